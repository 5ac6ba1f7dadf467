// LSP 3.17: what all other types are made of. Names and spelling are the specification's; each struct reads and writes
// itself through describe(). Plain values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/jsonrpc/any.h"
#include "protocol/jsonrpc/describe.h"

namespace afterword::lsp {

using jsonrpc::Any;

/// As the client spelled it; lsp::Uri compares.
using DocumentUri = std::string;

/// Zero-based; `character` counts code units of the session's position encoding.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  static void describe(auto& f, auto& v) {
    f.required("line", v.line);
    f.required("character", v.character);
  }
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// Half-open.
struct Range {
  Position start;
  Position end;

  static void describe(auto& f, auto& v) {
    f.required("start", v.start);
    f.required("end", v.end);
  }
  friend auto operator<=>(const Range&, const Range&) = default;
};

struct Location {
  DocumentUri uri;
  Range range;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.required("range", v.range);
  }
};

struct TextDocumentIdentifier {
  DocumentUri uri;

  static void describe(auto& f, auto& v) { f.required("uri", v.uri); }
};

/// The version is required by the specification; before 3.16 it could be null, and a change is not worth losing.
struct VersionedTextDocumentIdentifier {
  DocumentUri uri;
  std::optional<std::int32_t> version;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.optional("version", v.version);
  }
};

struct TextDocumentItem {
  DocumentUri uri;
  std::string languageId;
  std::int32_t version = 0;
  std::string text;

  static void describe(auto& f, auto& v) {
    f.required("uri", v.uri);
    f.required("languageId", v.languageId);
    f.required("version", v.version);
    f.required("text", v.text);
  }
};

struct TextDocumentPositionParams {
  TextDocumentIdentifier textDocument;
  Position position;
  Any workDoneToken;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.required("position", v.position);
    f.optional("workDoneToken", v.workDoneToken);
  }
};

struct TextDocumentParams {
  TextDocumentIdentifier textDocument;
  Any workDoneToken;

  static void describe(auto& f, auto& v) {
    f.required("textDocument", v.textDocument);
    f.optional("workDoneToken", v.workDoneToken);
  }
};

/// `kind` is "markdown" or "plaintext".
struct MarkupContent {
  std::string kind = "plaintext";
  std::string value;

  static void describe(auto& f, auto& v) {
    f.required("kind", v.kind);
    f.required("value", v.value);
  }
};

struct Command {
  std::string title;
  std::string command;
  std::vector<Any> arguments;

  static void describe(auto& f, auto& v) {
    f.required("title", v.title);
    f.required("command", v.command);
    f.optional("arguments", v.arguments);
  }
};

struct Hover {
  MarkupContent contents;
  std::optional<Range> range;

  static void describe(auto& f, auto& v) {
    f.required("contents", v.contents);
    f.optional("range", v.range);
  }
};

}  // namespace afterword::lsp
