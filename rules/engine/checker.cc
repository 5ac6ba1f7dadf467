#include "rules/engine/checker.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/engine/ignores.h"
#include "rules/note/occasion_cues.h"
#include "rules/note/word_classes.h"

namespace afterword {

namespace {

constexpr std::size_t draft_words = 25;  // catalogue, section 5: under this a draft is just begun

/// From these chances on a role is taken for missing, in the order of Role: chosen for precision on whole bodies of
/// files that training did not see.
constexpr std::array<float, role_count> surely_absent = {0.85f, 0.65f, 0.7f,  0.965f, 0.94f, 0.96f,
                                                         0.75f, 0.75f, 0.88f, 0.75f,  0.75f};
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
  return std::make_unique<const Lexicon>(all_word_classes(), groups);
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
      reader_{*lexicon_, classifier_, VoiceReader(*lexicon_)},
      printer_(*lexicon_) {}

Checker::~Checker() = default;

const phrases::Book& Checker::book(const RuleSettings* settings) const {
  return settings && settings->book ? *settings->book : book_;
}

const Rule* Checker::rule(std::string_view id) const {
  auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule* rule) { return rule->id == id; });
  return found == rules_.end() ? nullptr : *found;
}

Occasion Checker::occasion(const Note& note, const Facts& facts, const Request& request) const {
  OccasionQuery query{request.kind, request.named_as_note, request.every_file, {}};
  std::size_t read = 0;
  for (const Paragraph& paragraph : note.paragraphs()) {
    if (++read > most_read_paragraphs) break;
    for (const SentenceCues& cues : paragraph.content->cues)
      for (std::size_t i = 0; i < role_count; ++i) query.roles[i] += cues.own.has(static_cast<Role>(i));
  }
  return occasion_of(note, facts, *lexicon_, query);
}

Context Checker::context(const Note& note, const Facts& facts, const Occasion& occasion, const Request& request) const {
  Context made(note, facts, *lexicon_, book(request.settings));
  made.kind = occasion.kind;
  made.kinds = occasion.kinds;
  made.english = occasion.english;
  made.now = request.now;
  made.fixes = request.fixes;
  made.speller = request.speller;
  made.salutation = read_salutation(note);
  made.just_begun = note.word_count() < draft_words;
  made.settings = request.settings;
  made.absent.fill(1);
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
      const Decision decided = occasion.english ? classifier_.decide(content.cues[i], place) : Decision{};
      made.sentences.push_back({&paragraph, i, decided.roles, decided.chances});
      made.closes_sentences = made.closes_sentences || content.sentences[i].mark != 0;
      made.present = made.present | decided.roles;
      for (std::size_t role = 0; role < role_count; ++role) made.absent[role] *= 1 - decided.at_most[role];
      place.previous = &content.cues[i].scores;
    }
    for (const Hit& hit : content.hits) {
      if (hit.owner < first_rule_owner) continue;
      Span span =
          Span{content.words[hit.first_word].begin, content.words[hit.last_word - 1].end}.shifted(paragraph.span.begin);
      auto& hits = made.hits_[hit.owner - first_rule_owner];
      const std::size_t reach = hits.empty() ? span.end : std::max(hits.back().reach, span.end);
      hits.push_back({hit.tag, first + hit.sentence, span, hit.quoted, reach});
    }
  }
  return made;
}

Verdict Checker::judge(const Note& note, const Facts& facts, const Request& request) const {
  Verdict verdict;
  verdict.occasion = occasion(note, facts, request);
  if (!verdict.occasion.is_note) return verdict;
  Context judged = context(note, facts, verdict.occasion, request);
  const bool asks_set = request.set && !request.alone && !request.passed_on;
  if (asks_set || request.print)
    verdict.print = std::make_shared<const NotePrint>(printer_.print(judged, request.previous));
  if (asks_set) verdict.passed_on = request.set->passed_on(request.path, *verdict.print);
  if (request.passed_on) verdict.passed_on = *request.passed_on;
  judged.passed_on = verdict.passed_on;
  judged.set = request.set;
  judged.path = request.path;
  run_rules(judged, request, verdict);
  std::stable_sort(verdict.findings.begin(), verdict.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return verdict;
}

std::shared_ptr<const NotePrint> Checker::print(const Note& note, const Facts& facts, const Request& request) const {
  const Occasion known = occasion(note, facts, request);
  if (!known.is_note) return nullptr;
  return std::make_shared<const NotePrint>(printer_.print(context(note, facts, known, request)));
}

Verdict Checker::judge_facts(const InterviewFile& file, const Request& request) const {
  Verdict verdict;
  if (!request.set) return verdict;
  const FactsContext context{file, request.now, *request.set, book(request.settings)};
  Findings collected;
  for (const Rule* rule : rules_) {
    if (!rule->check_facts || !collected.begin(rule->id, rule->severity.of(Kind::interview), request.settings))
      continue;
    rule->check_facts(context, collected);
    collected.end(false);
  }
  verdict.changes_at = collected.changes_at_;
  verdict.findings = std::move(collected.found_);
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
  const std::vector<Directive> directives = find_directives(context.note);
  context.directives = directives;
  const CustomRules* custom = request.settings ? request.settings->custom.get() : nullptr;
  Ignores ignores(context.note, context.facts, directives);
  Findings collected;
  std::vector<std::string_view> spoke;  // rules that found something, in the catalog's order
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const Rule& rule = *rules_[i];
    const Severity severity =
        rule.severity.of_part ? rule.severity.of_all(context.kinds) : rule.severity.of(context.kind);
    const bool runs = context.english || rule.any_language;
    if (!runs || rule.by_clock || rule.by_set) ignores.set_aside(rule.id);
    if (!runs) ignores.set_all_aside();
    if (!runs || !rule.check) continue;
    if (collected.begin(rule.id, severity, request.settings)) {
      context.running_ = static_cast<Owner>(first_with_patterns_of(rules_, i));
      rule.check(context, collected);
      if (collected.end(ignores.cover_note(rule.id))) spoke.push_back(rule.id);
    } else if (collected.switched_off()) {  // it may come back: an ignore of it is not in vain
      ignores.set_aside(rule.id);
      ignores.set_all_aside();
    }
  }
  if (custom) run_custom(context, request, collected, ignores);
  auto silenced = [&](const Finding& finding) {
    return std::any_of(std::begin(silences), std::end(silences), [&](const Silence& silence) {
      return silence.silenced == finding.rule && std::find(spoke.begin(), spoke.end(), silence.speaks) != spoke.end();
    });
  };
  verdict.changes_at = collected.changes_at_;
  verdict.answers = std::move(collected.answers_);
  verdict.findings = std::move(collected.found_);
  ignores.apply(verdict.findings);
  std::erase_if(verdict.findings, silenced);
  if (!context.just_begun) ignores.report_unused({rules_, custom}, verdict.findings);
  if (custom) verdict.custom = request.settings->custom;
}

void Checker::run_custom(const Context& context, const Request& request, Findings& collected, Ignores& ignores) const {
  const CustomRules& custom = *request.settings->custom;
  const Prose prose(context.note);
  for (std::size_t i = 0; i < custom.rules().size(); ++i) {
    const CustomRule& rule = custom.rules()[i];
    if (rule.severity == Severity::off) ignores.set_aside(rule.id);
    if (!collected.begin(rule.id, rule.severity, request.settings)) {
      if (collected.switched_off()) {
        ignores.set_aside(rule.id);
        ignores.set_all_aside();
      }
      continue;
    }
    custom.check(i, prose, collected);
    collected.end(ignores.cover_note(rule.id));
  }
}

bool Findings::begin(std::string_view rule, Severity severity, const RuleSettings* settings) {
  severity_set_ = false;
  if (settings && severity != Severity::off)
    if (auto set = settings->severity.find(rule); set != settings->severity.end()) {
      severity = set->second;
      severity_set_ = true;
    }
  rule_ = rule;
  severity_ = severity;
  before_ = found_.size();
  if (severity == Severity::off) return false;
  changed_before_ = std::exchange(changes_at_, std::nullopt);
  return true;
}

bool Findings::end(bool ignored) {
  if (ignored || !changes_at_ || (changed_before_ && *changed_before_ < *changes_at_)) changes_at_ = changed_before_;
  return found_.size() > before_ && !ignored;
}

bool Context::lacks(Roles parts) const {
  if (present.any_of(parts)) return false;
  for (std::size_t role = 0; role < role_count; ++role)
    if (parts.has(static_cast<Role>(role)) && absent[role] < surely_absent[role]) return false;
  return true;
}

std::span<const FoundPhrase> Context::hits() const { return hits_[running_]; }

std::span<const FoundPhrase> Context::hits_in(std::size_t sentence) const {
  const auto all = hits();
  const auto begin =
      std::partition_point(all.begin(), all.end(), [&](const FoundPhrase& hit) { return hit.sentence < sentence; });
  return {begin,
          std::partition_point(begin, all.end(), [&](const FoundPhrase& hit) { return hit.sentence == sentence; })};
}

std::span<const FoundPhrase> Context::hits_around(Span place) const {
  const auto all = hits();
  const auto begin =
      std::partition_point(all.begin(), all.end(), [&](const FoundPhrase& hit) { return hit.reach <= place.begin; });
  return {begin,
          std::partition_point(begin, all.end(), [&](const FoundPhrase& hit) { return hit.span.begin < place.end; })};
}

Finding& Findings::add(Span span, std::string message) {
  Finding finding;
  finding.rule = rule_;
  finding.severity = severity_;
  finding.span = span;
  finding.message = std::move(message);
  return found_.emplace_back(std::move(finding));
}

}  // namespace afterword
