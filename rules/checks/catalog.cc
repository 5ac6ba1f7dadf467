#include "rules/checks/catalog.h"

#include <array>

#include "rules/checks/checks.h"

namespace afterword {

namespace {

/// In the order in which `rules` lists them; a rule that silences another may stand anywhere.
const std::array rules = std::to_array<const Rule*>({
    // Address
    &greeting_missing_rule,
    &greeting_generic_rule,
    &name_mismatch_rule,
    &name_misspelt_rule,
    &wrong_company_rule,
    &placeholder_left_rule,
    &paste_left_rule,
    &group_mail_rule,
    // Content
    &thanks_missing_rule,
    &callback_missing_rule,
    &callback_vague_rule,
    &interest_missing_rule,
    &fit_missing_rule,
    &fit_unsupported_rule,
    &next_step_missing_rule,
    &next_step_passive_rule,
    &addition_missing_rule,
    &only_thanks_rule,
    &stock_phrase_rule,
    &stock_heavy_rule,
    &self_centred_rule,
    &promise_unkept_rule,
    // Harm
    &gift_rule,
    &written_ahead_rule,
    &desk_delivery_rule,
    &flattery_rule,
    &pressure_rule,
    &apology_rule,
    &negativity_rule,
    &pay_talk_rule,
    &presumption_rule,
    // Form
    &too_long_rule,
    &too_short_rule,
    &long_paragraph_rule,
    &long_sentence_rule,
    &repeated_thanks_rule,
    &exclamations_rule,
    &informal_rule,
    &shouting_rule,
    &i_openings_rule,
    &repeated_word_rule,
    &lowercase_i_rule,
    &misspelling_rule,
    &sign_off_missing_rule,
    &signature_missing_rule,
    &subject_missing_rule,
    &subject_vague_rule,
    &recipient_missing_rule,
    &not_english_rule,
    // Timing
    &sent_late_rule,
    &slow_post_rule,
    &nudge_early_rule,
    // The set of notes
    &same_note_rule,
    &panel_uncovered_rule,
    &facts_invalid_rule,
});

}  // namespace

std::span<const Rule* const> all_rules() { return rules; }

}  // namespace afterword
