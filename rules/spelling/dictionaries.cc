#include "rules/spelling/dictionaries.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <unordered_map>

#include <hunspell/hunspell.hxx>

#include "rules/spelling/letter_runs.h"
#include "rules/spelling/slips.h"

namespace afterword::spelling {

namespace {

namespace fs = std::filesystem;

/// The path without its ending; empty where the folders hold no such dictionary.
std::string find_dictionary(const std::vector<std::string>& folders, const std::string& name) {
  for (const std::string& folder : folders) {
    const fs::path stem = fs::path(folder) / name;
    std::error_code error;
    if (fs::is_regular_file(stem.string() + ".aff", error) && fs::is_regular_file(stem.string() + ".dic", error))
      return stem.string();
  }
  return {};
}

/// One language's word list, read when first asked. Not for two threads at once.
class Dictionary {
 public:
  explicit Dictionary(std::string stem) : stem_(std::move(stem)) {}

  bool there() const { return !stem_.empty(); }
  std::string word_list() const { return stem_ + ".dic"; }
  bool knows(std::string_view word) {
    read();
    return hunspell_ && hunspell_->spell(std::string(word));
  }
  void read() {
    if (!hunspell_ && there())
      hunspell_ = std::make_unique<Hunspell>((stem_ + ".aff").c_str(), (stem_ + ".dic").c_str());
  }

 private:
  std::string stem_;
  std::unique_ptr<Hunspell> hunspell_;
};

class Dictionaries final : public Speller {
 public:
  Dictionaries(std::string american, std::string british)
      : american_(std::move(american)), british_(std::move(british)) {}

  bool is_slip(std::string_view word, Spelling spelling) const override {
    std::lock_guard lock(mutex_);
    Verdicts& verdicts = verdicts_[static_cast<std::size_t>(spelling)];
    if (const auto known = verdicts.find(word); known != verdicts.end()) return known->second;
    const bool slip = judge(word, spelling);
    if (verdicts.size() >= most_verdicts) verdicts.clear();
    verdicts.emplace(word, slip);
    return slip;
  }

  std::vector<std::string> corrections(std::string_view word, Spelling spelling, std::size_t most) const override {
    std::lock_guard lock(mutex_);
    std::vector<std::string> made;
    if (const auto meant = well_known_slip(word); !meant.empty()) made.emplace_back(meant);
    for (std::string& near : words_near(word, knows_near(spelling), most))
      if (std::find(made.begin(), made.end(), near) == made.end()) made.push_back(std::move(near));
    if (made.size() > most) made.resize(most);
    return made;
  }

  void read() const {
    std::lock_guard lock(mutex_);
    american_.read();
    british_.read();
    read_runs();
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Verdicts = std::unordered_map<std::string, bool, Hash, std::equal_to<>>;
  static constexpr std::size_t most_verdicts = 8192;
  // Letters; of shorter words too many are names of tools, dishes and units. Of words just as long the sure slips
  // count.
  static constexpr std::size_t shortest = 5;

  Knows knows_in(Spelling spelling) const {
    return [this, spelling](std::string_view word) { return knows(word, spelling); };
  }

  /// The same for the many spellings that lie close to a word.
  Knows knows_near(Spelling spelling) const {
    read_runs();
    return [this, spelling](std::string_view word) {
      return (runs_->may_be_word(word) || word.size() < shortest) && knows(word, spelling);
    };
  }

  void read_runs() const {
    if (runs_) return;
    runs_ = std::make_unique<LetterRuns>();
    for (const Dictionary* dictionary : {&american_, &british_})
      if (dictionary->there()) runs_->add_words_of(dictionary->word_list());
  }

  bool knows(std::string_view word, Spelling spelling) const {
    // Where the dictionary that was asked for is not installed, the other is better than none.
    const bool american = american_.there() && (spelling != Spelling::british || !british_.there());
    const bool british = british_.there() && (spelling != Spelling::american || !american_.there());
    return (american && american_.knows(word)) || (british && british_.knows(word));
  }

  /// A word that nothing lies close to is taken for a term or a name that no dictionary has.
  bool judge(std::string_view word, Spelling spelling) const {
    if (!well_known_slip(word).empty()) return true;
    const Knows known = knows_in(spelling);
    if (word.size() < shortest || known(word) || is_trade_word(word)) return false;
    const Knows near = knows_near(spelling);
    if (is_sure_slip(word, near)) return true;
    return word.size() > shortest && !is_made_of_known(word, known) && !words_near(word, near, 1).empty();
  }

  mutable std::mutex mutex_;  // Hunspell's look-ups are not for two threads at once
  mutable Dictionary american_, british_;
  mutable std::unique_ptr<LetterRuns> runs_;
  mutable Verdicts verdicts_[3];
};

}  // namespace

std::vector<std::string> dictionary_folders() {
  std::vector<std::string> folders;
  if (const char* set = std::getenv("DICPATH"); set && *set) {
    for (std::string_view rest = set; !rest.empty();) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      if (end > 0) folders.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return folders;
  }
  return {"/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"};
}

std::shared_ptr<const Speller> open_dictionaries(const std::vector<std::string>& folders) {
  std::string american = find_dictionary(folders, "en_US"), british = find_dictionary(folders, "en_GB");
  if (american.empty() && british.empty()) return nullptr;
  return std::make_shared<const Dictionaries>(std::move(american), std::move(british));
}

void warm_up(const Speller* speller) {
  if (const auto* dictionaries = dynamic_cast<const Dictionaries*>(speller)) dictionaries->read();
}

}  // namespace afterword::spelling
