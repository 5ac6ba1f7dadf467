#include "tests/server/view_answers.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <utility>
#include <vector>

namespace afterword::tests {

namespace {

using Json = nlohmann::json;
using Place = std::pair<std::int64_t, std::int64_t>;

Place place(const Json& position) { return {position["line"], position["character"]}; }

bool lies_in(const Json& inner, const Json& outer) {
  return place(outer["start"]) <= place(inner["start"]) && place(inner["end"]) <= place(outer["end"]);
}

bool is_range(const Json& range) { return place(range["start"]) <= place(range["end"]); }

/// In order, none reaching into the next.
void check_apart(const std::vector<Json>& ranges) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    CHECK(is_range(ranges[i]));
    if (i > 0) CHECK(place(ranges[i - 1]["end"]) <= place(ranges[i]["start"]));
  }
}

void check_folds(const Json& folds) {
  for (const Json& fold : folds) CHECK(fold["startLine"] < fold["endLine"]);
}

void check_selections(const Json& selections) {
  CHECK((selections.is_null() || selections.size() == 2));
  for (const Json& selection : selections)
    for (const Json* inner = &selection; inner->contains("parent"); inner = &(*inner)["parent"]) {
      CHECK(lies_in((*inner)["range"], (*inner)["parent"]["range"]));
      CHECK((*inner)["range"] != (*inner)["parent"]["range"]);
    }
}

void check_symbols(const Json& symbols, const Json* parent) {
  for (const Json& symbol : symbols) {
    CHECK(symbol["name"] != "");
    CHECK(is_range(symbol["range"]));
    CHECK(lies_in(symbol["selectionRange"], symbol["range"]));
    if (parent) CHECK(lies_in(symbol["range"], *parent));
    if (symbol.contains("children")) check_symbols(symbol["children"], &symbol["range"]);
  }
}

void check_links(const Json& links) {
  for (const Json& link : links) {
    CHECK(is_range(link["range"]));
    CHECK(link["target"].get<std::string>().find(':') != std::string::npos);
  }
}

std::vector<Json> ranges_of(const Json& all) {
  std::vector<Json> ranges;
  for (const Json& one : all) ranges.push_back(one["range"]);
  return ranges;
}

}  // namespace

void ViewAnswers::check_names(const Ask& ask, const Json& at) {
  const Json here = {{"position", at}};
  const Json lit = ask("textDocument/documentHighlight", here);
  if (!lit.is_null()) check_apart(ranges_of(lit));
  const Json linked = ask("textDocument/linkedEditingRange", here);
  if (!linked.is_null()) check_apart(linked["ranges"]);
  const Json prepared = ask("textDocument/prepareRename", here);
  CHECK(prepared.is_null() == lit.is_null());
  if (prepared.is_null()) return;
  const Json renamed = ask("textDocument/rename", {{"position", at}, {"newName", "Dinah Ray"}});
  const Json changes = renamed.value("changes", Json::object());
  for (const Json& edits : changes) check_apart(ranges_of(edits));
  ++renamed_;
}

namespace {

/// Each token's place and length, by the numbers of the protocol.
void check_numbers(const Json& data) {
  CHECK(data.size() % 5 == 0);
  for (std::size_t i = 0; i < data.size(); i += 5) {
    CHECK(data[i + 2] > 0);
    if (i > 0 && data[i] == 0) CHECK(data[i + 1] >= data[i - 3]);  // behind the one before it
  }
}

/// Where the first person or company stands; the protocol's numbers count on from token to token.
Json first_name(const Json& tokens) {
  constexpr int last_name_type = 1;  // of the server's legend
  std::int64_t line = 0, character = 0;
  for (std::size_t i = 0; i + 4 < tokens.size(); i += 5) {
    const auto lines = tokens[i].get<std::int64_t>(), characters = tokens[i + 1].get<std::int64_t>();
    line += lines;
    character = lines == 0 ? character + characters : characters;
    if (tokens[i + 3] <= last_name_type) return {{"line", line}, {"character", character}};
  }
  return nullptr;
}

}  // namespace

void ViewAnswers::check_tokens(const Ask& ask, const Json& at, const Json& other) {
  Json next = ask("textDocument/semanticTokens/full/delta", {{"previousResultId", token_id_}});
  if (next.contains("edits")) {
    CHECK(next["edits"].size() <= 1);
    for (const Json& edit : next["edits"]) {
      const auto begin = tokens_.begin() + edit["start"].get<std::ptrdiff_t>();
      tokens_.erase(begin, begin + edit["deleteCount"].get<std::ptrdiff_t>());
      const Json data = edit.value("data", Json::array());
      tokens_.insert(tokens_.begin() + edit["start"].get<std::ptrdiff_t>(), data.begin(), data.end());
    }
  } else {
    tokens_ = next["data"];
  }
  const Json whole = ask("textDocument/semanticTokens/full", Json::object());
  CHECK(tokens_ == whole["data"]);
  check_numbers(tokens_);
  token_id_ = whole["resultId"];
  const bool in_order = place(at) <= place(other);
  check_numbers(ask("textDocument/semanticTokens/range",
                    {{"range", {{"start", in_order ? at : other}, {"end", in_order ? other : at}}}})["data"]);
}

void ViewAnswers::check(const Ask& ask, const Json& at, const Json& other) {
  check_folds(ask("textDocument/foldingRange", Json::object()));
  check_selections(ask("textDocument/selectionRange", {{"positions", {at, other}}}));
  check_symbols(ask("textDocument/documentSymbol", Json::object()), nullptr);
  check_links(ask("textDocument/documentLink", Json::object()));
  for (const Json& lens : ask("textDocument/codeLens", Json::object())) CHECK(lens["command"]["title"] != "");
  check_tokens(ask, at, other);
  check_names(ask, at);
  if (const Json name = first_name(tokens_); !name.is_null()) check_names(ask, name);
}

}  // namespace afterword::tests
