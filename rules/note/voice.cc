#include "rules/note/voice.h"

#include <algorithm>

#include "rules/note/lexicon.h"

namespace afterword {

VoiceReader::VoiceReader(const Lexicon& lexicon)
    : lexicon_(lexicon),
      english_(lexicon.class_named("english")),
      foreign_(lexicon.class_named("foreign")),
      you_{lexicon.form_of("you"), lexicon.form_of("your")},
      writer_{lexicon.form_of("i"), lexicon.form_of("my"), lexicon.form_of("me")},
      house_{lexicon.form_of("we"), lexicon.form_of("our"), lexicon.form_of("us")} {}

Voice VoiceReader::read(std::span<const Word> words) const {
  const auto any = [](const auto& forms, Form form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  Voice voice;
  for (const Word& word : words) {
    voice.words += word.kind == WordKind::word ? 1 : 0;
    if (word.form == 0) continue;
    voice.english += lexicon_.is(word.form, english_);
    voice.foreign += lexicon_.is(word.form, foreign_);
    voice.you = voice.you || any(you_, word.form);
    voice.writer = voice.writer || any(writer_, word.form);
    voice.house = voice.house || any(house_, word.form);
  }
  return voice;
}

}  // namespace afterword
