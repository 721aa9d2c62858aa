/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-traces.h"

#include <glib/gi18n-lib.h>

#include "tl-privacy.h"

/* What may be left of real people in a workbook of which a case is to be made. No pattern tells an invented name from a real
 * one, so whatever names somebody is listed to be looked at, and nothing is called safe. */

typedef struct
{
  const char *pattern;
  const char *sentence;
} Pattern;

/* Shapes as the Office for National Statistics, HMRC and Ofcom publish them. */
static const Pattern patterns[] = {
  { "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", N_("This looks like an e-mail address. Take it out.") },
  { "\\b(?:https?://|www\\.)\\S+", N_("This looks like a web address. Take it out.") },
  { "\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b", N_("This looks like a postcode. Take it out.") },
  { "\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?(?:[0-9]{2} ?){3}[A-D]\\b",
    N_("This looks like a National Insurance number. Take it out.") },
  { "(?<![0-9])(?:\\+44 ?|0)(?:[0-9][ -]?){9,10}(?![0-9])", N_("This looks like a telephone number. Take it out.") },
  { "(?i)\\b(?:d\\.?o\\.?b\\.?|born(?: on)?|date of birth)\\b.{0,3}[0-9]{1,2}", N_("This looks like a date of birth. Take it out.") },
  { "\\b(?:Mr|Mrs|Miss|Ms|Mx|Dr|Sister|Nurse|Father|Rev)\\.? \\p{Lu}[\\p{L}’'-]+",
    N_("This names somebody. Make sure that the name is invented.") },
};

static void
add (GArray        *traces,
     TlTable        table,
     const TlFacts *row,
     const TlField *field,
     char          *found,
     const char    *sentence)
{
  TlPracticeTrace trace = { table, row, field, found, g_strdup (sentence) };

  g_array_append_val (traces, trace);
}

static void
look_at_text (GArray        *traces,
              GRegex       **expressions,
              TlTable        table,
              const TlFacts *row,
              const TlField *field,
              const char    *text)
{
  gsize start, length;

  if (text == NULL || *text == '\0')
    return;
  if (tl_privacy_find_number (text, &start, &length))
    add (traces, table, row, field, g_strndup (text + start, length), _("This looks like an NHS number. Take it out."));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (expressions[i], text, G_REGEX_MATCH_DEFAULT, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        add (traces, table, row, field, g_match_info_fetch (match, 0), _(patterns[i].sentence));
    }
}

/* Names of people, places and the provider say by themselves whom or what they mean. */
static gboolean
is_name (TlTable        table,
         const TlField *field)
{
  return (table == TL_TABLE_PERSON || table == TL_TABLE_PLACE) && g_str_equal (field->column, "name");
}

static void
look_at_field (GArray        *traces,
               GRegex       **expressions,
               TlTable        table,
               const TlFacts *row,
               const TlField *field)
{
  gconstpointer member = (const char *) row + field->offset;

  if (field->type == TL_FIELD_TEXT && is_name (table, field))
    add (traces, table, row, field, g_strdup (*(const char * const *) member), _("This is a name. Make sure that it is invented."));
  else if (field->type == TL_FIELD_TEXT)
    look_at_text (traces, expressions, table, row, field, *(const char * const *) member);
  else if (field->type == TL_FIELD_WHO && ((const TlWho *) member)->text != NULL)
    add (traces, table, row, field, g_strdup (((const TlWho *) member)->text),
         _("This names somebody. Make sure that the name is invented."));
}

static void
clear_trace (TlPracticeTrace *trace)
{
  g_free (trace->found);
  g_free (trace->text);
}

/**
 * tl_practice_find_traces:
 * @snapshot: a workbook of which a practice case is to be made
 *
 * Lists whatever may be real about a person: numbers, addresses and dates of birth in any text, whoever is named, and each
 * attached file. It is a guide to look by: a name in the middle of a sentence, or a story that only one person has, isn't
 * found by any pattern. The history of changes isn't looked at, since a case is made of the facts alone.
 *
 * Returns: (transfer full) (element-type TlPracticeTrace): what to look at, sheet by sheet; it belongs to @snapshot's rows
 */
GArray *
tl_practice_find_traces (TlSnapshot *snapshot)
{
  GArray *traces = g_array_new (FALSE, TRUE, sizeof (TlPracticeTrace));
  GRegex *expressions[G_N_ELEMENTS (patterns)];

  g_array_set_clear_func (traces, (GDestroyNotify) clear_trace);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    /* Not optimised: code that PCRE makes for it reads whole words beyond the end of a text, which memory checkers name. */
    expressions[i] = g_regex_new (patterns[i].pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  for (guint table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      for (guint i = 0; i < tl_snapshot_count (snapshot, table); i++)
        {
          const TlFacts *row = tl_snapshot_get (snapshot, table, i);

          for (guint j = 0; j < layout->n_fields; j++)
            look_at_field (traces, expressions, table, row, &layout->fields[j]);
          if (table == TL_TABLE_EVIDENCE)
            {
              const TlEvidenceFacts *evidence = (const TlEvidenceFacts *) row;

              for (guint j = 0; j < evidence->attachments.n; j++)
                add (traces, table, row, NULL, g_strdup (TL_FACTS_AT (evidence->attachments, TlAttachmentFacts, j)->name),
                     _("A file is attached. It isn’t carried into a case."));
            }
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    g_regex_unref (expressions[i]);
  return traces;
}
