#include "rules/engine/checker.h"

#include <algorithm>

#include "rules/note/occasion_cues.h"
#include "rules/note/word_classes.h"

namespace afterword {

namespace {

constexpr std::size_t draft_words = 25;  // catalogue, section 5: under this a draft is just begun

/// Rules that name the same table of patterns share its hits: the first of them owns it.
std::size_t first_with_patterns_of(std::span<const Rule* const> rules, std::size_t index) {
  const auto same = [&](const Rule* rule) { return rule->patterns.data() == rules[index]->patterns.data(); };
  if (rules[index]->patterns.empty()) return index;
  return static_cast<std::size_t>(std::find_if(rules.begin(), rules.end(), same) - rules.begin());
}

std::unique_ptr<const Lexicon> build_lexicon(std::span<const Rule* const> rules, const RoleClassifier& classifier) {
  std::vector<PatternGroup> groups{{cues_owner, classifier.patterns(), true}, {occasion_owner, occasion_patterns()}};
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (first_with_patterns_of(rules, i) == i)
      groups.push_back({static_cast<Owner>(first_rule_owner + i), rules[i]->patterns});
  std::vector<WordClass> classes(word_classes().begin(), word_classes().end());
  classes.insert(classes.end(), occasion_classes().begin(), occasion_classes().end());
  return std::make_unique<const Lexicon>(classes, groups);
}

/// Who keeps silent when another rule has spoken: one gap, one finding (catalogue, section 5).
struct Silence {
  std::string_view speaks;
  std::string_view silenced;
};
constexpr Silence silences[] = {
    {"only-thanks", "thanks-missing"},      {"only-thanks", "callback-missing"},
    {"only-thanks", "interest-missing"},    {"only-thanks", "fit-missing"},
    {"only-thanks", "next-step-missing"},   {"only-thanks", "addition-missing"},
    {"callback-vague", "callback-missing"}, {"next-step-passive", "next-step-missing"},
};

}  // namespace

Checker::Checker(std::span<const Rule* const> rules, const RoleClassifier& classifier, const phrases::Book& book)
    : rules_(rules.begin(), rules.end()),
      classifier_(classifier),
      book_(book),
      lexicon_(build_lexicon(rules_, classifier)),
      reader_{*lexicon_, classifier_, VoiceReader(*lexicon_)} {}

Checker::~Checker() = default;

const Rule* Checker::rule(std::string_view id) const {
  auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule* rule) { return rule->id == id; });
  return found == rules_.end() ? nullptr : *found;
}

Occasion Checker::occasion(const Note& note, const Facts& facts, const Request& request) const {
  OccasionQuery query{request.kind, request.named_as_note, request.every_file, {}};
  Place place;
  std::size_t read = 0;
  for (const Paragraph& paragraph : note.paragraphs()) {
    if (++read > most_read_paragraphs) break;
    for (const SentenceCues& cues : paragraph.content->cues) {
      Roles roles = classifier_.decide(cues, place);
      for (std::size_t i = 0; i < role_count; ++i) query.roles[i] += roles.has(static_cast<Role>(i));
      place.previous_cues = &cues;
      place.previous_roles = roles;
      ++place.index;
    }
  }
  return occasion_of(note, facts, *lexicon_, query);
}

Context Checker::context(const Note& note, const Facts& facts, const Occasion& occasion, const Request& request) const {
  Context made(note, facts, *lexicon_, book_);
  made.kind = occasion.kind;
  made.kind_declared = occasion.declared;
  made.english = occasion.english;
  made.now = request.now;
  made.fixes = request.fixes;
  made.speller = request.speller;
  made.salutation = read_salutation(note);
  made.just_begun = note.word_count() < draft_words;
  if (request.settings) made.options = request.settings->options;
  made.hits_.resize(rules_.size());
  made.sentences.reserve(note.sentence_count());
  Place place;
  place.kind = occasion.kind;
  place.count = static_cast<std::uint32_t>(note.sentence_count());
  for (const Paragraph& paragraph : note.paragraphs()) {
    const ParagraphText& content = *paragraph.content;
    std::size_t first = made.sentences.size();
    for (std::uint32_t i = 0; i < content.sentences.size(); ++i) {
      place.index = static_cast<std::uint32_t>(made.sentences.size());
      Roles roles = occasion.english ? classifier_.decide(content.cues[i], place) : Roles{};
      made.sentences.push_back({&paragraph, i, roles});
      made.present = made.present | roles;
      if (occasion.english) made.nearly_present = made.nearly_present | content.cues[i].nearly;
      place.previous_cues = &content.cues[i];
      place.previous_roles = roles;
    }
    for (const Hit& hit : content.hits) {
      if (hit.owner < first_rule_owner) continue;
      Span span =
          Span{content.words[hit.first_word].begin, content.words[hit.last_word - 1].end}.shifted(paragraph.span.begin);
      made.hits_[hit.owner - first_rule_owner].push_back({hit.tag, first + hit.sentence, span, hit.quoted});
    }
  }
  return made;
}

Verdict Checker::judge(const Note& note, const Facts& facts, const Request& request) const {
  Verdict verdict;
  verdict.occasion = occasion(note, facts, request);
  if (!verdict.occasion.is_note) return verdict;
  Context judged = context(note, facts, verdict.occasion, request);
  run_rules(judged, request, verdict);
  const Fields& front = note.front_matter();
  const bool being_typed = !front.closing_fence && note.paragraphs().empty() && !note.greeting();
  if (!front.fault.empty() && !being_typed) {
    Finding& fault = verdict.findings.emplace_back();
    fault.severity = Severity::error;
    fault.span = front.fault_span;
    fault.message = front.fault;
  }
  std::stable_sort(verdict.findings.begin(), verdict.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return verdict;
}

void Checker::run_rules(Context& context, const Request& request, Verdict& verdict) const {
  if (Span encoding = context.note.body_encoding(); !encoding.empty()) {
    Finding& hint = verdict.findings.emplace_back();
    hint.severity = Severity::hint;
    hint.span = encoding;
    hint.message =
        "The body of this mail is encoded and not judged. Save it as plain text (8bit) to have it looked at.";
    return;
  }
  if (context.note.paragraphs().empty() && !context.note.greeting()) return;  // an empty body has no findings
  Findings collected;
  std::vector<std::string_view> spoke;  // rules that found something, in the catalog's order
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const Rule& rule = *rules_[i];
    if (!context.english && !rule.any_language) continue;
    Severity severity = rule.severity.of(context.kind);
    collected.severity_set_ = false;
    if (request.settings && severity != Severity::off)
      if (auto set = request.settings->severity.find(rule.id); set != request.settings->severity.end()) {
        severity = set->second;
        collected.severity_set_ = true;
      }
    if (severity == Severity::off) continue;
    auto ignores = [&](const Fact<std::string>& ignored) { return ignored.value == rule.id; };
    if (std::any_of(context.facts.ignore.begin(), context.facts.ignore.end(), ignores)) continue;
    collected.rule_ = rule.id;
    collected.severity_ = severity;
    context.running_ = static_cast<Owner>(first_with_patterns_of(rules_, i));
    std::size_t before = collected.found_.size();
    rule.check(context, collected);
    if (collected.found_.size() > before) spoke.push_back(rule.id);
  }
  auto silenced = [&](const Finding& finding) {
    return std::any_of(std::begin(silences), std::end(silences), [&](const Silence& silence) {
      return silence.silenced == finding.rule && std::find(spoke.begin(), spoke.end(), silence.speaks) != spoke.end();
    });
  };
  verdict.changes_at = collected.changes_at_;
  verdict.findings = std::move(collected.found_);
  std::erase_if(verdict.findings, silenced);
}

std::span<const FoundPhrase> Context::hits() const { return hits_[running_]; }

Finding& Findings::add(Span span, std::string message) {
  Finding finding;
  finding.rule = rule_;
  finding.severity = severity_;
  finding.span = span;
  finding.message = std::move(message);
  return found_.emplace_back(std::move(finding));
}

}  // namespace afterword
