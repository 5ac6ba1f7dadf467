#include "rules/phrases/own.h"

#include <algorithm>
#include <array>

#include "rules/note/fields.h"
#include "rules/note/near_words.h"
#include "rules/note/unicode.h"
#include "rules/phrases/slots.h"

namespace afterword::phrases {

namespace {

using std::string_view;

constexpr auto keys = std::to_array<string_view>({"text", "kinds", "register", "with", "why"});

/// What a phrase of one's own says where it gives no reason.
constexpr string_view own_reason = "A phrase of your own.";

class Reader {
 public:
  OwnPhrases read(string_view yaml) {
    const Fields fields = read_yaml(yaml, 0);
    for (const Field& field : fields.entries) read(field);
    if (!fields.fault.empty()) report(fields.fault_span, fields.fault);
    std::stable_sort(made_.faults.begin(), made_.faults.end(),
                     [](const OwnFault& a, const OwnFault& b) { return a.span.begin < b.span.begin; });
    return std::move(made_);
  }

 private:
  void report(Span span, std::string message) { made_.faults.push_back({span, std::move(message)}); }

  void read(const Field& field) {
    const auto purpose = purpose_named(field.key);
    if (!purpose)
      return report(field.key_span, "there is no part '" + field.key + "' of a note." +
                                        did_you_mean(near_words(field.key, purpose_names)));
    for (const FieldValue& value : field.values) {
      OwnPhrase phrase;
      phrase.purpose = *purpose;
      phrase.text = trim(value.text);
      take(std::move(phrase), value.span);
    }
    for (const auto& entries : field.children) read_map(*purpose, entries);
  }

  void read_map(Purpose purpose, const std::vector<Field>& entries) {
    if (entries.empty()) return;
    OwnPhrase phrase;
    phrase.purpose = purpose;
    Span place = entries[0].key_span;
    bool sound = true;
    for (const Field& field : entries) {
      const string_view value = field.values.empty() ? string_view() : trim(field.values[0].text);
      if (field.key == "text") {
        phrase.text = value;
        if (!field.values.empty()) place = field.values[0].span;
      } else if (field.key == "why") {
        phrase.why = value;
      } else if (field.key == "with") {
        phrase.with = value;
      } else if (field.key == "register") {
        const auto sounds = register_named(value);
        if (!sounds) report(field.key_span, "the register is formal, warm or terse"), sound = false;
        phrase.sounds = sounds.value_or(Register::formal);
      } else if (field.key == "kinds") {
        sound = read_kinds(field, phrase) && sound;
      } else {
        report(field.key_span, "a phrase has no key '" + field.key + "'." + did_you_mean(near_words(field.key, keys)));
      }
    }
    if (sound) take(std::move(phrase), place);
  }

  bool read_kinds(const Field& field, OwnPhrase& phrase) {
    phrase.kinds = 0;
    for (const FieldValue& value : field.values) {
      const auto kind = kind_named(fold(value.text));
      if (kind) {
        phrase.kinds |= only(*kind);
      } else if (value.text == "all") {
        phrase.kinds = all_kinds;
      } else {
        report(value.span, "there is no kind '" + value.text + "'." + did_you_mean(near_words(value.text, kind_names)));
        return false;
      }
    }
    if (phrase.kinds == 0) phrase.kinds = all_kinds;
    return true;
  }

  void take(OwnPhrase phrase, Span place) {
    if (phrase.text.empty()) return report(place, "a phrase needs its text");
    if (std::string fault = fault_of_slots(phrase.text); !fault.empty()) return report(place, std::move(fault));
    if (phrase.why.empty()) phrase.why = own_reason;
    made_.phrases.push_back(std::move(phrase));
  }

  OwnPhrases made_;
};

}  // namespace

OwnPhrases read_own_phrases(string_view yaml) { return Reader().read(yaml); }

std::shared_ptr<const Book> book_with(std::vector<OwnPhrase> own, std::shared_ptr<const Book> book) {
  struct Kept {
    std::vector<OwnPhrase> own;
    std::shared_ptr<const Book> book;
  };
  const auto kept = std::make_shared<const Kept>(Kept{std::move(own), std::move(book)});
  std::vector<Phrase> all;
  for (const OwnPhrase& one : kept->own)
    all.push_back({one.text, one.purpose, one.sounds, one.kinds, one.why, one.with});
  const auto others = (kept->book ? *kept->book : Book::standard()).all();
  all.insert(all.end(), others.begin(), others.end());
  return std::make_shared<const Book>(std::move(all), kept);
}

}  // namespace afterword::phrases
