// Every rule there is, one constant a file of this folder; catalog.cc lists them in the order they run.
#pragma once

#include "rules/engine/rule.h"

namespace afterword {

// Address
extern const Rule greeting_missing_rule;
extern const Rule greeting_generic_rule;
extern const Rule name_misspelt_rule;
extern const Rule name_mismatch_rule;
extern const Rule wrong_company_rule;
extern const Rule placeholder_left_rule;
extern const Rule paste_left_rule;
extern const Rule group_mail_rule;
// Content
extern const Rule thanks_missing_rule;
extern const Rule callback_missing_rule;
extern const Rule callback_vague_rule;
extern const Rule interest_missing_rule;
extern const Rule fit_missing_rule;
extern const Rule fit_unsupported_rule;
extern const Rule next_step_missing_rule;
extern const Rule next_step_passive_rule;
extern const Rule addition_missing_rule;
extern const Rule only_thanks_rule;
extern const Rule stock_phrase_rule;
extern const Rule stock_heavy_rule;
extern const Rule self_centred_rule;
extern const Rule promise_unkept_rule;
// Harm
extern const Rule gift_rule;
extern const Rule written_ahead_rule;
extern const Rule desk_delivery_rule;
extern const Rule flattery_rule;
extern const Rule pressure_rule;
extern const Rule apology_rule;
extern const Rule negativity_rule;
extern const Rule pay_talk_rule;
extern const Rule presumption_rule;
// Form
extern const Rule too_long_rule;
extern const Rule too_short_rule;
extern const Rule long_paragraph_rule;
extern const Rule long_sentence_rule;
extern const Rule repeated_thanks_rule;
extern const Rule exclamations_rule;
extern const Rule informal_rule;
extern const Rule shouting_rule;
extern const Rule i_openings_rule;
extern const Rule repeated_word_rule;
extern const Rule lowercase_i_rule;
extern const Rule misspelling_rule;
extern const Rule sign_off_missing_rule;
extern const Rule signature_missing_rule;
extern const Rule subject_missing_rule;
extern const Rule subject_vague_rule;
extern const Rule recipient_missing_rule;
extern const Rule not_english_rule;
// Timing
extern const Rule sent_late_rule;
extern const Rule slow_post_rule;
extern const Rule nudge_early_rule;
// The set of notes
extern const Rule same_note_rule;
extern const Rule panel_uncovered_rule;
extern const Rule facts_invalid_rule;

}  // namespace afterword
