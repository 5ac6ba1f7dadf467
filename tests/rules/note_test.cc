// Text to parts: what is front matter, greeting, body, ending, and what is no prose.
#include <doctest/doctest.h>

#include <chrono>

#include "tests/support/judging.h"

using namespace afterword;
using namespace afterword::testing;

TEST_CASE("a letter in Markdown has its parts") {
  Note note = parse(
      "---\nto: Dana Wu\n---\n\n# Draft\n\nDear Dana,\n\nThanks for the tour. It rained.\n\nKind regards,\nOla "
      "Nilsen\n");
  CHECK(part(note, PartKind::front_matter) == "---\nto: Dana Wu\n---\n");
  CHECK(part(note, PartKind::heading) == "# Draft");
  CHECK(part(note, PartKind::greeting) == "Dear Dana,");
  CHECK(part(note, PartKind::sign_off) == "Kind regards,");
  CHECK(part(note, PartKind::signature) == "Ola Nilsen");
  CHECK(sentences(note) == Strings{"Thanks for the tour.", "It rained."});
  CHECK(note.word_count() == 6);
}

TEST_CASE("line ends of all three kinds give the same letter") {
  for (std::string_view end : {"\n", "\r\n", "\r"}) {
    std::string text;
    for (std::string_view line : {"Hi Dana,", "", "Thanks for the tour", "of the yard.", "", "Best,", "Ola"})
      text += std::string(line) + std::string(end);
    Note note = parse(text, Format::plaintext);
    CHECK(part(note, PartKind::greeting) == "Hi Dana,");
    CHECK(part(note, PartKind::signature) == "Ola");
    CHECK(note.sentence_count() == 1);
    CHECK(note.word_count() == 7);
  }
}

TEST_CASE("salutations of many shapes") {
  for (std::string_view greeting :
       {"Dear Dr. Wu,", "Hi all - Dana, Luis", "Ray,", "To whom it may concern:", "Good morning Dana!", "Hello,",
        "Sehr geehrte Frau Dr. Albers,",
        "Estimada Dra. Ib\xC3\xA1\xC3\xB1"
        "ez:",
        "Dear Sir or Madam", "Hey Sefa \xE2\x80\x93", "Hello, Dana.", "Good day, Ms. Wu."}) {
    CAPTURE(greeting);
    Note note = parse(std::string(greeting) + "\n\nThe tour of the yard was good.\n");
    CHECK(part(note, PartKind::greeting) == greeting);
    CHECK(note.sentence_count() == 1);
  }
}

TEST_CASE("a salutation may share its line with the first sentence") {
  Note note = parse("Hi Dana, thanks for the tour.\n");
  CHECK(part(note, PartKind::greeting) == "Hi Dana,");
  CHECK(sentences(note) == Strings{"thanks for the tour."});
}

TEST_CASE("what is no salutation stays prose") {
  for (std::string_view text : {"Thank you for the tour, Dana.\n", "Yesterday, you said that the yard floods.\n",
                                "Hope, as you put it, is no plan.\n"}) {
    CAPTURE(text);
    CHECK(part(parse(std::string(text)), PartKind::greeting) == "(none)");
  }
}

TEST_CASE("a letterhead above the salutation is not the body") {
  Note note =
      parse("Margaret Eze\n4 Cooper's Row\nStanwick\n\n6 March 2026\n\nDear Dr. Mbeki,\n\nThank you for Wednesday.\n",
            Format::plaintext);
  CHECK(part(note, PartKind::greeting) == "Dear Dr. Mbeki,");
  CHECK(sentences(note) == Strings{"Thank you for Wednesday."});
}

TEST_CASE("closings, with the name below, beside or absent") {
  auto ending = [](std::string text) {
    Note note = parse("Dear Dana,\n\nThe tour was good.\n\n" + text, Format::plaintext);
    return part(note, PartKind::sign_off) + "|" + part(note, PartKind::signature);
  };
  CHECK(ending("Cheers\nOla\n") == "Cheers|Ola");
  CHECK(ending("Best, Ola\n") == "Best,|Ola");
  CHECK(ending("Yours sincerely,\n\nOla Nilsen\n") == "Yours sincerely,|Ola Nilsen");
  CHECK(ending("Thanks,\nOla\n") == "Thanks,|Ola");
  CHECK(ending("Kind regards,\n") == "Kind regards,|(none)");
  CHECK(ending("Ola Nilsen\n") == "(none)|Ola Nilsen");
  CHECK(ending("- Ola\n") == "(none)|Ola");
  CHECK(ending("Thank you again.\n\nWith warm wishes,\nOla\n") == "With warm wishes,|Ola");
  CHECK(ending("Un cordial saludo,\nOla\n") == "Un cordial saludo,|Ola");
  CHECK(ending("Warmest,\nOla\n") == "Warmest,|Ola");
  CHECK(ending("Have a calm week at the harbour,\nOla Nilsen\n") == "Have a calm week at the harbour,|Ola Nilsen");
  CHECK(ending("With best regards from Bergen,\n\nOla Nilsen\n") == "With best regards from Bergen,|Ola Nilsen");
  CHECK(ending("Herzliche Gr\xC3\xBC\xC3\x9F"
               "e / kind regards\nOla\n") ==
        "Herzliche Gr\xC3\xBC\xC3\x9F"
        "e / kind regards|Ola");
  CHECK(ending("I built both cranes with Luis, Mei,\nAnna Berg\n") == "(none)|(none)");
  CHECK(ending("I wish you all the best for the move.\n") == "(none)|(none)");
}

TEST_CASE("a postscript and a footnote are prose of the body") {
  Note note = parse(
      "Dear Dana,\n\nThe list is [here](https://a.example/x).[^1]\n\n[^1]: Since May.\n\nBest,\nOla\n\nP.S. The cat is "
      "well.\n");
  CHECK(sentences(note) == Strings{"The list is [here](https://a.example/x).", "Since May.", "P.S. The cat is well."});
  CHECK(note.paragraphs().back().postscript);
}

TEST_CASE("quoted mail, its attribution and signature blocks are left out") {
  Note note = parse(
      "Hi Dana,\n\nMonday is fine.\n\nOla\n\nOn Tue, 10 Feb 2026 at 16:02, Dana Wu\n<dana@a.example> wrote:\n> Dear "
      "Sir or Madam,\n> i am the the best\n\n-- \nOla Nilsen | halden\n",
      Format::mail);
  CHECK(sentences(note) == Strings{"Monday is fine."});
  CHECK(note.attribution() == "Dana Wu");
  CHECK(note.quoted_text().find("the the best") != std::string::npos);
  CHECK(part(note, PartKind::signature_block).substr(0, 3) == "-- ");
}

TEST_CASE("code, comments, link definitions and tables are no prose") {
  Note note = parse(
      "Dear Dana,\n\nSee `the the` below.\n\n```\nthe the\n```\n\n<!-- the the -->\n\n[1]: https://a.example\n\n| the "
      "| the |\n|---|---|\n\n    the the\n");
  CHECK(sentences(note) == Strings{"See `the the` below."});
}

TEST_CASE("list items are sentences of their own, check boxes off") {
  Note note = parse("Dear Dana,\n\nTwo things:\n\n- [x] one report\n- a second one,\n  for the team\n\nThat is all.\n");
  CHECK(sentences(note) == Strings{"Two things:", "one report", "a second one,\n  for the team", "That is all."});
}

TEST_CASE("a mail's headers are facts, its body is judged") {
  Note note = parse(
      "From: Ola <ola@a.example>\nTo: =?utf-8?Q?Zo=C3=AB?= Wu\n <zoe@a.example>\nSubject: Re: the\n tour\n\nHi "
      "Zoe,\n\nFine.\n",
      Format::mail);
  CHECK(note.headers().find("to")->values[0].text == "Zo\xC3\xAB Wu <zoe@a.example>");
  CHECK(note.headers().find("Subject")->values[0].text == "Re: the tour");
  CHECK(sentences(note) == Strings{"Fine."});
}

TEST_CASE("names in mail's older character sets are read") {
  auto subject = [](std::string_view value) {
    Note note = parse("Subject: " + std::string(value) + "\n\nHi\n", Format::mail);
    return note.headers().find("Subject")->values[0].text;
  };
  CHECK(subject("=?windows-1252?Q?Ola=92s_=80_=9Aa_=E9?=") ==
        "Ola\xE2\x80\x99s \xE2\x82\xAC \xC5\xA1"
        "a \xC3\xA9");
  CHECK(subject("=?iso-8859-1?Q?Ola=92s_=E9?=") == "Ola\xE2\x80\x99s \xC3\xA9");
  CHECK(subject("=?iso-8859-15?Q?=A4=A6=A8=B4=B8=BC=BD=BE=E9?=") ==
        "\xE2\x82\xAC\xC5\xA0\xC5\xA1\xC5\xBD\xC5\xBE\xC5\x92\xC5\x93\xC5\xB8\xC3\xA9");
  CHECK(subject("=?windows-1252?Q?a=81b?=") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(subject("=?koi8-r?Q?=C1?=") == "=?koi8-r?Q?=C1?=");
  CHECK(subject("=?utf-8?Q?a?= =?utf-8?Q?b?= =?c") == "ab =?c");
  CHECK(subject("=?utf-8?Q?" + std::string(70, 'a') + "?=") == std::string(70, 'a'));
}

TEST_CASE("an encoded body is not judged") {
  using Header = std::pair<std::string, std::string>;
  for (const auto& [name, value] :
       {Header("Content-Transfer-Encoding", "quoted-printable"), Header("content-transfer-encoding", "BASE64"),
        Header("Content-Type", "multipart/mixed; boundary=x")}) {
    Note note = parse("Subject: x\n" + name + ": " + value + "\n\nHi Dana,=20\n\nthe the\n", Format::mail);
    CHECK(note.text(note.body_encoding()) == value);
    CHECK(note.paragraphs().empty());
  }
}

TEST_CASE("slots are found, and what only looks like one is not") {
  auto slots = [](std::string_view text) {
    std::size_t count = 0;
    Note note = parse("Dear Dana,\n\n" + std::string(text) + "\n");
    for (const Paragraph& paragraph : note.paragraphs())
      for (const Word& word : paragraph.content->words) count += word.kind == WordKind::slot;
    return count;
  };
  for (std::string_view text :
       {"Meet [First name] soon.", "I love {{role}} work.", "At <company name> I learnt.", "On _____ we meet.",
        "Ask (XXX) about it.", "We spoke of [insert topic from the talk].", "I like [COMPANY NAME]."}) {
    CAPTURE(text);
    CHECK(slots(text) == 1);
  }
  for (std::string_view text :
       {"The [draft] mark stays.", "See [the role](https://a.example).", "It takes `[name]` as it is.",
        "Read it [2] twice.", "He said \"it [sic] is\".", "We [the team] agreed.", "A <b>bold</b> claim.",
        "Write to <dana@a.example>.", "snake_case___name is fine.", "- [ ] a box"}) {
    CAPTURE(text);
    CHECK(slots(text) == 0);
  }
}

TEST_CASE("a link ends its sentence where another one begins behind it") {
  const auto count = [](const std::string& prose) {
    return parse("Dear Dana,\n\n" + prose + "\n").paragraphs()[0].content->sentences.size();
  };
  CHECK(count("The plan is at https://a.example/plan My colleague will bring it on Friday.") == 2);
  CHECK(count("The plan is at https://a.example/plan and I will bring it.") == 1);
  CHECK(count("See https://a.example/plan, Then it rings.") == 1);
  CHECK(count("The plan at https://a.example/plan I sent you on Monday is old.") == 1);
  CHECK(count("At https://a.example/plan Monday is marked.") == 1);
  CHECK(count("Write to ola@a.example The box is full.") == 1);
}

TEST_CASE("apostrophes and brackets are told from quotations and sentences") {
  auto quoted = [](const Note& note) {
    std::vector<std::string> words;
    const Paragraph& first = note.paragraphs()[0];
    for (const Word& word : first.content->words)
      if (word.is(in_quotes)) words.emplace_back(note.text(word.span().shifted(first.span.begin)));
    return words;
  };
  CHECK(quoted(parse("He said 'all of it' and went.\n")) == Strings{"all", "of", "it"});
  CHECK(quoted(parse("It was 'twas and 'tis.\n")).empty());
  CHECK(quoted(parse("An 'a' and a 'b\n")) == Strings{"a"});
  CHECK(sentences(parse("We (you and I? perhaps) went on. It (a) rained? then it stopped.\n")) ==
        Strings{"We (you and I? perhaps) went on.", "It (a) rained?", "then it stopped."});
}

TEST_CASE("unchanged paragraphs are taken from the previous note, and the result is the same as a fresh parse") {
  std::string text = "Dear Dana,\n\nThe first stands.\n\nThe second goes.\n\nThe third stands.\n\nBest,\nOla\n";
  Note before = parse(text);
  std::string changed = text;
  changed.replace(changed.find("second goes"), 11, "second came");
  Note after = parse(changed, Format::markdown, &before);
  REQUIRE(after.paragraphs().size() == 3);
  CHECK(after.paragraphs()[0].content == before.paragraphs()[0].content);
  CHECK(after.paragraphs()[1].content != before.paragraphs()[1].content);
  CHECK(after.paragraphs()[2].content == before.paragraphs()[2].content);
  CHECK(after.greeting()->content == before.greeting()->content);
  CHECK(sentences(after) == sentences(parse(changed)));
}

TEST_CASE("sentences that an edit of their paragraph leaves alone keep what was found in them, in their new places") {
  const std::string opening = "Dear Dana,\n\n", closing = "\n\nBest regards,\nOla Nilsen\n";
  const std::string body =
      "Thank you for the hour on Monday. The tour of the kiln left me speechless. I beleive the the glaze can wait, "
      "and "
      "\"time is money\" is what you said. Please find attached my drawings.";
  const Note before = parse(opening + body + closing);
  for (const std::string& edited :
       {"Last night I slept badly. " + body, "\"" + body, body + " I hope to hear from you.", "Once more: " + body,
        body.substr(35), body.substr(0, 120), "I was glad. " + body.substr(35) + " It was.", body + "\""}) {
    CAPTURE(edited);
    const Note kept = parse(opening + edited + closing, Format::markdown, &before);
    const Note fresh = parse(opening + edited + closing);
    REQUIRE(kept.paragraphs().size() == fresh.paragraphs().size());
    for (std::size_t p = 0; p < fresh.paragraphs().size(); ++p) {
      const ParagraphText& one = *kept.paragraphs()[p].content;
      const ParagraphText& other = *fresh.paragraphs()[p].content;
      REQUIRE(one.hits.size() == other.hits.size());
      for (std::size_t i = 0; i < other.hits.size(); ++i) CHECK(one.hits[i] == other.hits[i]);
      REQUIRE(one.cues.size() == other.cues.size());
      for (std::size_t i = 0; i < other.cues.size(); ++i) CHECK(one.cues[i] == other.cues[i]);
    }
  }
}

TEST_CASE("any bytes give a note") {
  for (std::string text :
       {std::string(), std::string("---"), std::string("---\n: [\n---\n"), std::string("\xFF\xFE\x80"),
        std::string(5000, '['), std::string(5000, '>'), std::string("```\nopen"), std::string("<!-- open"),
        std::string("---\na: &x [*x, *x]\n---\nHi\n"), std::string(3000, '`') + "x", std::string("To: x\n"),
        std::string("Dear"), std::string("\r\r\r"), std::string("P.S.")})
    for (Format format : {Format::markdown, Format::plaintext, Format::mail}) {
      testing::Judged judged = testing::judge_text(text, format);
      for (const Finding& finding : judged.verdict.findings) CHECK(finding.span.end <= text.size());
    }
}

TEST_CASE("an empty body has no findings") {
  for (std::string_view text :
       {"", "\n\n", "---\nto: Dana Wu\nkind: interview\ninterview: 2026-03-01\n---\n", "# Title\n"})
    CHECK(testing::judge_text(std::string(text)).verdict.findings.empty());
}

TEST_CASE("every text that somebody passes through while typing is judged") {
  for (std::string_view whole :
       {"Dear Dana,\n\nThank you for the tour, and thanks so much for being open about the shifts; I am grateful for "
        "that. You asked "
        "why it jams. If you could, I'd be glad to. Since we spoke I have tried it at 10:30 on the 3rd, and it works "
        "for",
        "Hi Dana, thanks for your time for the role for us. Looking forward to. My. I. For. The way you. On Monday at.",
        "To: Dana <d@a.example>\nSubject: Hi\n\nDear Dana\n\n> quoted\n\nThank you for [name] and {{role}} at "
        "<company> (XXX) _____ `code` "
        "[a](b https://x.example/ c@d.example\n\n- one\n- two\n\nBest, Ola\n-- \nOla"})
    for (Format format : {Format::markdown, Format::mail})
      for (std::size_t size = 0; size <= whole.size(); ++size)
        for (std::string_view after : {"", ".", "\n\nBest,\nOla\n"})
          testing::judge_text(std::string(whole.substr(0, size)) + std::string(after), format);
}

TEST_CASE("texts made to be slow are not: their cost grows with their length") {
  struct Slow {
    std::string_view before, piece, after;  // a # in the piece is its number
    Format format = Format::markdown;
    std::size_t times = 4000;
  };
  constexpr std::string_view dear = "Dear Dana,\n\n", body = "\n\nHi Dana,\n\nFine.\n",
                             fence = "\n---\n\nHi Dana,\n\nFine.\n";
  auto milliseconds = [](const Slow& slow, std::size_t times) {
    std::string text(slow.before);
    for (std::size_t i = 0; i < times; ++i)
      for (char c : slow.piece) c == '#' ? text += std::to_string(i) : text += c;
    text += slow.after;
    auto start = std::chrono::steady_clock::now();
    testing::judge_text(std::move(text), slow.format);
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  };
  for (const Slow& slow : {Slow{dear, "thank you for the talk about the queue ", ""},
                           Slow{dear, "[a](b ", ""},
                           Slow{dear, "{a ", ""},
                           Slow{dear, "(a ", ""},
                           Slow{dear, "<a ", ""},
                           Slow{dear, "`a ``", ""},
                           Slow{dear, "[a ", ""},
                           Slow{dear, "> a\n", ""},
                           Slow{dear, "the the ", ""},
                           Slow{dear, "'a ", ""},
                           Slow{"Dear Dana,\n\nx ( ", "a? ", ""},
                           Slow{dear, "<!--\n\n", " --> x"},
                           Slow{dear, "[^", "", Format::markdown, 40000},
                           Slow{dear, "](", "", Format::markdown, 20000},
                           Slow{dear, "://", "", Format::markdown, 10000},
                           Slow{dear, "a\r", "", Format::markdown, 100000},
                           Slow{"---\ntopics: [", "a, ", "a]\n---\n\nHi Dana,\n\nFine.\n"},
                           Slow{"---\ntopics:", "\n- a", fence},
                           Slow{"Subject: ", "=?a?b ", body, Format::mail},
                           Slow{"Subject: ", "=?a?b?", "?=\n\nHi Dana,\n\nFine.\n", Format::mail},
                           Slow{"To: ", "a#@b, ", body, Format::mail, 10000},
                           Slow{"To: ", "=?utf-8?Q?a=#?= <a#@b>,\n ", body, Format::mail, 10000}}) {
    CAPTURE(slow.piece);
    milliseconds(slow, slow.times / 8);
    double one = milliseconds(slow, slow.times), four = milliseconds(slow, 4 * slow.times);
    CHECK(four < 40 + 10 * one);  // four times the text; squared it would be sixteen times the cost
  }
}
