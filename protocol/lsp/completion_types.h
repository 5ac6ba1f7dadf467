// LSP 3.17, completion; of 3.18 inline completion.
#pragma once

#include <variant>

#include "protocol/lsp/edit_types.h"

namespace afterword::lsp {

enum class CompletionTriggerKind { Invoked = 1, TriggerCharacter = 2, TriggerForIncompleteCompletions = 3 };

enum class CompletionItemKind { Text = 1, Field = 5, Property = 10, Value = 12, Enum = 13, Keyword = 14, Snippet = 15 };

enum class InsertTextFormat { PlainText = 1, Snippet = 2 };

struct CompletionContext {
  CompletionTriggerKind triggerKind = CompletionTriggerKind::Invoked;
  std::optional<std::string> triggerCharacter;

  static void describe(auto& f, auto& v) {
    f.required("triggerKind", v.triggerKind);
    f.optional("triggerCharacter", v.triggerCharacter);
  }
};

struct CompletionParams {
  TextDocumentIdentifier textDocument;
  Position position;
  std::optional<CompletionContext> context;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("position", v.position);
    f.optional("context", v.context);
  }
};

struct InsertReplaceEdit {
  std::string newText;
  Range insert;
  Range replace;

  static void describe(auto& f, auto& v) {
    f.required("newText", v.newText);
    f.required("insert", v.insert);
    f.required("replace", v.replace);
  }
};

using CompletionEdit = std::variant<TextEdit, InsertReplaceEdit>;
void decode(const jsonrpc::Cursor& at, CompletionEdit& edit);

struct CompletionItemLabelDetails {
  std::string detail;
  std::string description;

  static void describe(auto& f, auto& v) {
    f.optional("detail", v.detail);
    f.optional("description", v.description);
  }
};

struct CompletionItem {
  std::string label;
  std::optional<CompletionItemLabelDetails> labelDetails;
  std::optional<CompletionItemKind> kind;
  std::string detail;
  std::optional<std::variant<std::string, MarkupContent>> documentation;
  bool preselect = false;
  std::string sortText;
  std::string filterText;
  std::string insertText;
  std::optional<InsertTextFormat> insertTextFormat;
  std::optional<CompletionEdit> textEdit;
  std::string textEditText;
  std::vector<TextEdit> additionalTextEdits;
  std::vector<std::string> commitCharacters;
  std::optional<Command> command;
  Any data;

  static void describe(auto& f, auto& v) {
    f.required("label", v.label);
    f.optional("labelDetails", v.labelDetails);
    f.optional("kind", v.kind);
    f.optional("detail", v.detail);
    f.optional("documentation", v.documentation);
    f.optional("preselect", v.preselect);
    f.optional("sortText", v.sortText);
    f.optional("filterText", v.filterText);
    f.optional("insertText", v.insertText);
    f.optional("insertTextFormat", v.insertTextFormat);
    f.optional("textEdit", v.textEdit);
    f.optional("textEditText", v.textEditText);
    f.optional("additionalTextEdits", v.additionalTextEdits);
    f.optional("commitCharacters", v.commitCharacters);
    f.optional("command", v.command);
    f.optional("data", v.data);
  }
};

/// Only what the client listed in completionList.itemDefaults may be filled.
struct CompletionItemDefaults {
  std::optional<Range> editRange;
  std::optional<InsertTextFormat> insertTextFormat;
  Any data;

  static void describe(auto& f, auto& v) {
    f.optional("editRange", v.editRange);
    f.optional("insertTextFormat", v.insertTextFormat);
    f.optional("data", v.data);
  }
};

struct CompletionList {
  bool isIncomplete = false;
  std::optional<CompletionItemDefaults> itemDefaults;
  std::vector<CompletionItem> items;

  static void describe(auto& f, auto& v) {
    f.required("isIncomplete", v.isIncomplete);
    f.optional("itemDefaults", v.itemDefaults);
    f.required("items", v.items);
  }
};

enum class InlineCompletionTriggerKind { Invoked = 1, Automatic = 2 };

struct InlineCompletionContext {
  InlineCompletionTriggerKind triggerKind = InlineCompletionTriggerKind::Automatic;

  static void describe(auto& f, auto& v) { f.required("triggerKind", v.triggerKind); }
};

struct InlineCompletionParams {
  TextDocumentIdentifier textDocument;
  Position position;
  InlineCompletionContext context;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("position", v.position);
    f.required("context", v.context);
  }
};

struct InlineCompletionItem {
  std::variant<std::string, StringValue> insertText;
  std::string filterText;
  std::optional<Range> range;

  static void describe(auto& f, auto& v) {
    f.required("insertText", v.insertText);
    f.optional("filterText", v.filterText);
    f.optional("range", v.range);
  }
};

}  // namespace afterword::lsp
