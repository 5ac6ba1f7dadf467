// Random edits on random notes: whatever was typed to get there, what is published for a text is what a fresh session
// publishes for it, no request fails, and what is shown of it fits together. AFTERWORD_EDITS and AFTERWORD_SEED change
// how many and which.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "protocol/jsonrpc/decode.h"
#include "tests/server/test_client.h"
#include "tests/server/view_answers.h"

using namespace afterword;
using namespace afterword::tests;

namespace {

const std::vector<std::string> fragments = {
    "---\nkind: interview\nto: Dana Wu\nfrom: Sam Field\ncompany: Initech\ntopics: [valve bench, pumps]\n---\n",
    "---\r\nafterword: true\r\n",
    "---\n",
    "ignore: [gift]\n",
    "To: Dana Wu <dana@initech.example>\nSubject: Pumps\n\n",
    "Dear Dana,\n\n",
    "Hi Dhana,\n",
    "To whom it may concern,\r\n\r\n",
    "Dear [Name],\n\n",
    "Thank you for showing me the valve bench on Tuesday. ",
    "thank you for the the tour ",
    "i think ",
    "Your point about the pumps has stayed with me, because ours leak too.\n\n",
    "I am a perfect fit for the role! ",
    "- first, the pumps\n- second, the valves\n",
    "1. one\n2. two\n",
    "```\nint main() { return 0; }\n",
    "```\n",
    "> On Monday you wrote\n> that the the bench leaks\n",
    "On Mon, Dana Wu wrote:\n",
    "# Notes\n",
    "<!-- afterword: off -->\n",
    "<!-- afterword: ignore gift -->\n",
    "-- \nSam, Field Pumps\n",
    "Best regards,\nSam Field\n",
    "Cheers\n",
    "\n\n",
    "\r\n",
    "\r",
    "\n",
    " ",
    "\t",
    "\xF0\x9F\x98\x80",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xA7",
    "e\xCC\x81",
    "\xC3\xBC\xC3\x9F",
    "\xE2\x80\x9Cquoted\xE2\x80\x9D",
    "\xE2\x80\x94",
    "\xEF\xBB\xBF",
    "\xEF\xBF\xBD",
    "`code` ",
    "[a link](https://initech.example/a?b=c) ",
    "[valve]: ",
    "| a | b |\n",
    "P.S. I forgot the seal. ",
    "\\",
    "$",
    "}",
    "*",
    "_",
    "When I start I will bring everyone gift cards and pastries. ",
    "\xE6\x84\x9F\xE8\xB0\xA2\xE6\x82\xA8 ",
    "Sehr geehrte Frau Wu, vielen Dank f\xC3\xBCr das Gespr\xC3\xA4"
    "ch. ",
    "The bench that you showed me, which runs for an hour while nobody looks, and which leaks, and which somebody "
    "ought to "
    "mend before the audit, because the seals, as you said, are older than the hall, is what I would like to work on. ",
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) {
    return bound ? std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_) : 0;
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  const T& of(const std::vector<T>& list) {
    return list[below(list.size())];
  }
  std::string text(std::size_t most) {
    std::string made;
    for (std::size_t i = below(most + 1); i > 0; --i) made += of(fragments);
    if (one_in(200)) made += std::string(20'000, 'x') + " ";
    return made;
  }

 private:
  std::mt19937 engine_;
};

struct Position {
  std::size_t line = 0, character = 0;
};
Json json_of(Position at) { return {{"line", at.line}, {"character", at.character}}; }

/// The editor's side: its text as bytes, with its own count of lines and units, apart from the server's.
class Editor {
 public:
  Editor(std::string encoding, Random& random) : encoding_(std::move(encoding)), random_(random) {}

  std::string text;

  /// A byte where a character begins, or the end.
  std::size_t place() {
    std::size_t at = random_.below(text.size() + 1);
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    // Between \r and \n there is no position: it would be the line's end.
    if (at > 0 && at < text.size() && text[at - 1] == '\r' && text[at] == '\n') --at;
    return at;
  }

  Position position(std::size_t at) const {
    Position found;
    for (std::size_t i = 0; i < at; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte == '\n' || (byte == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'))) {
        ++found.line;
        found.character = 0;
      } else if (byte != '\r') {
        const bool begins = (byte & 0xC0) != 0x80;
        if (encoding_ == "utf-8")
          ++found.character;
        else if (begins)
          found.character += encoding_ == "utf-16" && byte >= 0xF0 ? 2 : 1;
      }
    }
    return found;
  }

  /// One change, made here and described for the server.
  Json edit() {
    if (text.size() > 6000 || random_.one_in(40)) {
      text = random_.text(12);
      return {{"text", text}};
    }
    std::size_t begin = place(), end = begin;
    if (!random_.one_in(3)) end = random_.one_in(4) ? place() : std::min(text.size(), begin + random_.below(12));
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    if (end > 0 && end < text.size() && text[end - 1] == '\r' && text[end] == '\n') ++end;
    if (begin > end) std::swap(begin, end);
    const std::string put = random_.one_in(4) ? "" : random_.one_in(3) ? random_.of(letters_) : random_.text(2);
    const Json range = {{"start", json_of(position(begin))}, {"end", json_of(position(end))}};
    text.replace(begin, end - begin, put);
    return {{"range", range}, {"text", put}};
  }

 private:
  std::string encoding_;
  Random& random_;
  const std::vector<std::string> letters_ = {"a", "i", " ", ".", ",", "!", "\n", "the ", "D"};
};

Json initialize(const std::string& encoding) {
  return {
      {"jsonrpc", "2.0"},
      {"id", 0},
      {"method", "initialize"},
      {"params",
       {{"processId", nullptr},
        // That no edit makes a mail none; and that there is something to colour.
        {"initializationOptions", {{"notes", {"*.eml"}}, {"semanticTokens", true}}},
        {"capabilities",
         {{"general", {{"positionEncodings", {encoding}}}},
          {"textDocument",
           {{"publishDiagnostics", {{"versionSupport", true}, {"relatedInformation", true}}},
            {"completion", {{"completionItem", {{"snippetSupport", true}}}}},
            {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}},
            {"codeAction", {{"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", Json::array()}}}}}}}}}}}}}};
}

Json message(const std::string& method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

Json request(int id, const std::string& method, Json params) {
  Json made = message(method, std::move(params));
  made["id"] = id;
  return made;
}

Json open_message(const std::string& uri, const std::string& language, const std::string& text) {
  return message("textDocument/didOpen",
                 {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", 1}, {"text", text}}}});
}

class Conversation {
 public:
  Conversation(const std::string& encoding, Trace* trace) : client_(*parse_time("2026-03-05T10:00:00"), "", "", trace) {
    client_.deliver(initialize(encoding));
    REQUIRE(client_.answer(0)["result"]["capabilities"]["positionEncoding"] == encoding);
    client_.deliver(message("initialized", Json::object()));
  }

  /// What is published for it: exactly one message.
  Json published(const Json& sent) {
    client_.deliver(sent);
    const auto got = client_.take();
    REQUIRE(got);
    REQUIRE((*got)["method"] == "textDocument/publishDiagnostics");
    CHECK(client_.quiet());
    return (*got)["params"];
  }

  ViewAnswers views;

  Json result(const Json& sent) {
    client_.deliver(sent);
    const auto got = client_.take();
    REQUIRE(got);
    REQUIRE_MESSAGE(got->contains("result"), got->dump());
    CHECK(client_.quiet());
    return (*got)["result"];
  }

 private:
  TestClient client_;
};

/// A position as clients send them, off the text now and then.
Position somewhere(Editor& editor, Random& random) {
  if (random.one_in(10)) return {random.below(300), random.below(300)};
  Position at = editor.position(editor.place());
  if (random.one_in(10)) at.character += random.below(50);
  return at;
}

void ask_at_random(Conversation& session, const std::string& uri, Editor& editor, Random& random, int id) {
  const Json document = {{"uri", uri}};
  const Json at = json_of(somewhere(editor, random));
  session.result(request(id, "textDocument/completion", {{"textDocument", document}, {"position", at}}));
  session.result(request(id + 1, "textDocument/hover", {{"textDocument", document}, {"position", at}}));
  Json context = {{"diagnostics", Json::array()}};
  if (random.one_in(8)) context["only"] = {"source.fixAll"};
  session.result(request(id + 2, "textDocument/codeAction",
                         {{"textDocument", document},
                          {"range", {{"start", at}, {"end", json_of(somewhere(editor, random))}}},
                          {"context", context}}));
  session.views.check(
      [&](const std::string& method, Json params) {
        params["textDocument"] = document;
        return session.result(request(++id + 2, method, std::move(params)));
      },
      at, json_of(somewhere(editor, random)));
}

int from_environment(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value ? std::atoi(value) : otherwise;
}

struct Compared {
  std::size_t diagnostics = 0, renames = 0;
};

Compared edit_and_compare(const std::string& encoding, const std::string& language, int edits, Random& random,
                          Trace* trace) {
  Conversation session(encoding, trace), fresh(encoding, nullptr);
  Editor editor(encoding, random);
  const std::string uri = "file:///nowhere/a.note." + std::string(language == "mail"       ? "eml"
                                                                  : language == "markdown" ? "md"
                                                                                           : "txt");
  editor.text = random.text(15);
  session.published(open_message(uri, language, editor.text));
  Compared compared;
  for (int version = 2; version < edits + 2; ++version) {
    Json changes = Json::array({editor.edit()});
    while (random.one_in(6)) changes.push_back(editor.edit());
    const Json params = {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", changes}};
    const Json after_edit = session.published(message("textDocument/didChange", params));
    REQUIRE(after_edit["version"] == version);
    const Json after_open = fresh.published(open_message(uri, language, editor.text));
    fresh.published(message("textDocument/didClose", {{"textDocument", {{"uri", uri}}}}));
    INFO("text: ", Json(editor.text).dump(), "\nchanges: ", changes.dump());
    REQUIRE(after_edit["diagnostics"] == after_open["diagnostics"]);
    compared.diagnostics += after_open["diagnostics"].size();
    if (version % 2 == 0) ask_at_random(session, uri, editor, random, version * 100);
  }
  compared.renames = session.views.renamed();
  return compared;
}

}  // namespace

TEST_CASE("property: edits lead where a fresh open leads") {
  const int edits = from_environment("AFTERWORD_EDITS", 10'000);
  const auto seed = static_cast<unsigned>(from_environment("AFTERWORD_SEED", 20260305));
  MESSAGE(edits << " edits, seed " << seed);
  Random random(seed);
  const int stretch = 60;  // edits of one note, then the next
  Compared compared;
  for (int done = 0, notes = 0; done < edits; done += stretch, ++notes) {
    const std::string encoding =
        std::vector<std::string>{"utf-8", "utf-16", "utf-32"}[static_cast<std::size_t>(notes) % 3];
    const std::string language =
        std::vector<std::string>{"markdown", "plaintext", "mail"}[static_cast<std::size_t>(notes / 3) % 3];
    // A record of the first notes in each encoding: a hundred messages or so each.
    std::unique_ptr<Trace> trace;
    if (notes < 3) trace = std::make_unique<Trace>("property-" + encoding);
    CAPTURE(encoding);
    CAPTURE(language);
    CAPTURE(notes);
    const Compared note = edit_and_compare(encoding, language, std::min(stretch, edits - done), random, trace.get());
    compared.diagnostics += note.diagnostics;
    compared.renames += note.renames;
  }
  MESSAGE(compared.diagnostics << " diagnostics compared, " << compared.renames << " names renamed");
  // Else the notes are too plain to tell anything.
  CHECK(compared.diagnostics > static_cast<std::size_t>(edits));
  CHECK(compared.renames > static_cast<std::size_t>(edits) / 1000);
}
