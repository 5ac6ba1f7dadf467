#include "rules/model/train/labelled.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

#include "rules/note/markup.h"
#include "rules/note/note.h"
#include "rules/note/role_cues.h"
#include "rules/note/word_classes.h"
#include "rules/phrases/book.h"

namespace afterword::model {
namespace {

/// Words and cues as the program has them; what rules look for besides does not change what is read.
const Lexicon& lexicon() {
  static const std::array groups = {PatternGroup{cues_owner, CueClassifier::standard().patterns(), true}};
  static const Lexicon made(all_word_classes(), groups);
  return made;
}

/// Reads the text's features into `example`.
void read_into(Example& example, const std::string& text, const Vocabulary& vocabulary) {
  const auto opaque = find_opaque(text, Format::markdown);
  auto words = split_words(text, opaque, lexicon());
  const auto sentences = split_sentences(text, words, false);
  // A line of the data is one example, even where it holds two short sentences.
  Sentence whole;
  whole.span = {0, text.size()};
  whole.last_word = static_cast<std::uint32_t>(words.size());
  whole.mark = sentences.empty() ? char{0} : sentences.back().mark;
  std::vector<Hit> hits;
  lexicon().match(words, whole, 0, hits);
  const SentenceView view{text, words, hits, whole};
  const SentenceCues cues = CueClassifier::standard().read(view, lexicon());
  example.refers_back = cues.refers_back;
  example.plain = read_features(view, cues, vocabulary, lexicon(), example.features);
}

template <typename Use>
void split(std::string_view text, char at, Use use) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    use(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::uint32_t label_bit(std::string_view name) {
  for (std::size_t i = 0; i < label_count; ++i)
    if (label_name(i) == name) return 1u << i;
  throw std::runtime_error("there is no role or flaw '" + std::string(name) + "'");
}

Example example_of(std::string_view line, const Vocabulary& vocabulary) {
  std::vector<std::string_view> fields;
  split(line, '\t', [&](std::string_view field) { fields.push_back(field); });
  if (fields.size() != 3) throw std::runtime_error("expected ROLES, FLAWS and SENTENCE with tabs between");
  Example made;
  split(fields[0], ',', [&](std::string_view name) { made.labels |= label_bit(name); });
  if (fields[1] != "-") split(fields[1], ',', [&](std::string_view name) { made.labels |= label_bit(name); });
  made.text = fields[2];
  read_into(made, made.text, vocabulary);
  return made;
}

/// Adds what `example_of(line, lead)` makes of each line; those under a line "@KIND" stand in a body, in their order.
template <typename ExampleOf>
void read_bodies(const std::filesystem::path& path, LabelledFile& made, ExampleOf example_of) {
  std::size_t line_number = 0, body = 0;  // where the body being read begins
  std::optional<Kind> kind;
  Lead lead = Lead::unknown;
  const auto end_body = [&] {
    for (std::size_t i = body; kind && i < made.examples.size(); ++i)
      made.examples[i].count = static_cast<std::uint32_t>(made.examples.size() - body);
    body = made.examples.size();
    lead = Lead::begins_paragraph;
  };
  const std::string text = read_text(path);
  try {
    split(text, '\n', [&](std::string_view line) {
      ++line_number;
      if (line.empty()) {
        lead = Lead::begins_paragraph;
      } else if (line[0] == '@') {
        end_body();
        kind = kind_named(line.substr(1));
        if (!kind) throw std::runtime_error("there is no kind '" + std::string(line.substr(1)) + "'");
      } else {
        Example& example = made.examples.emplace_back(example_of(line, lead));
        example.in_body = kind.has_value();
        example.kind = kind.value_or(Kind::interview);
        example.index = static_cast<std::uint32_t>(made.examples.size() - 1 - body);
        lead = Lead::goes_on;
      }
    });
  } catch (const std::runtime_error& fault) {
    throw std::runtime_error(path.string() + ":" + std::to_string(line_number) + ": " + fault.what());
  }
  end_body();
}

}  // namespace

std::string_view label_name(std::size_t label) {
  return label < role_count ? role_names[label] : flaw_names[label - role_count];
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) throw std::runtime_error(path.string() + ": can't be read");
  return text;
}

LabelledFile read_labelled(const std::filesystem::path& path, const Vocabulary& vocabulary) {
  static constexpr std::array references = {"f1", "f2", "f3", "n1", "n2", "s1", "s2", "s3", "s4", "s5", "s9"};
  const std::string name = path.stem().string();
  LabelledFile made{name, {}, std::find(references.begin(), references.end(), name) != references.end()};
  read_bodies(path, made, [&](std::string_view line, Lead) { return example_of(line, vocabulary); });
  return made;
}

LabelledFile read_orders(const std::filesystem::path& path) {
  LabelledFile made{path.stem().string(), {}, false};
  read_bodies(path, made, [](std::string_view line, Lead lead) {
    Example example;
    split(line, ',', [&](std::string_view name) { example.labels |= label_bit(name); });
    example.lead = lead;
    return example;
  });
  return made;
}

std::vector<Example> sentences_of(std::string letter, Kind kind, const Vocabulary& vocabulary) {
  static const afterword::Reader reader{lexicon(), CueClassifier::standard(), VoiceReader(lexicon())};
  const Note note = Note::parse(std::make_shared<const std::string>(std::move(letter)), Format::plaintext, reader);
  std::vector<Example> made;
  for (const Paragraph& paragraph : note.paragraphs()) {
    const ParagraphText& content = *paragraph.content;
    for (const Sentence& sentence : content.sentences) {
      Example& example = made.emplace_back();
      example.text = std::string_view(content.text).substr(sentence.span.begin, sentence.span.size());
      read_into(example, example.text, vocabulary);
      // What tells of the occasion is read where it stands.
      const auto words =
          std::span(content.words).subspan(sentence.first_word, sentence.last_word - sentence.first_word);
      std::vector<Feature> plain;
      plain.resize(read_features({content.text, words, {}, sentence}, {}, vocabulary, lexicon(), plain));
      example.features.erase(example.features.begin(),
                             example.features.begin() + static_cast<std::ptrdiff_t>(example.plain));
      example.features.insert(example.features.begin(), plain.begin(), plain.end());
      example.plain = plain.size();
    }
  }
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].in_body = true;
    made[i].kind = kind;
    made[i].index = static_cast<std::uint32_t>(i);
    made[i].count = static_cast<std::uint32_t>(made.size());
  }
  return made;
}

LabelledFile read_phrases(const Vocabulary& vocabulary) {
  LabelledFile made{"phrases", {}, true};
  for (const phrases::Phrase& phrase : phrases::Book::standard().all()) {
    const auto role = role_named(phrases::name_of(phrase.purpose));
    if (!role) continue;
    // As a writer may finish it, and as it stands in the note right after it was put in. More forms of each would
    // outweigh what people wrote.
    for (std::string text :
         {phrases::example_of(phrase, phrases::sample_facts()), phrases::fill(phrase.text, Facts()).text}) {
      Example& example = made.examples.emplace_back();
      example.text = std::move(text);
      example.labels = 1u << static_cast<unsigned>(*role);
      read_into(example, example.text, vocabulary);
    }
  }
  return made;
}

}  // namespace afterword::model
