/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-foreign-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-foreign-words.h"

/* What a row says of its risk. */

/**
 * tl_foreign_risk_keep:
 * @work: a result in the making
 * @cells: a row
 * @risk: its risk
 * @field: which of its cells
 * @kept: words that say no day, person or place
 *
 * Keeps such words below what was wrong.
 */
void
tl_foreign_risk_keep (TlForeignWork        *work,
                      const TlForeignCells *cells,
                      TlForeignRisk        *risk,
                      TlForeignField        field,
                      const char           *kept)
{
  const TlRiskFacts *now = (const TlRiskFacts *) risk->out->existing;
  int column = cells->columns[field];
  g_autofree char *line = g_strdup_printf ("%s: %s", work->mapping->layouts[cells->sheet].headings[column], kept);

  if (tl_foreign_out_get (risk->out, "baseline_issue") == NULL && now != NULL && now->baseline_issue != NULL)
    {
      if (strstr (now->baseline_issue, line) != NULL)
        return;
      tl_foreign_out_set (risk->out, "baseline_issue", now->baseline_issue, column);
    }
  tl_foreign_out_append (risk->out, "baseline_issue", line, "\n", column);
}

/**
 * tl_foreign_risk_set:
 * @work: a result in the making
 * @cells: a row
 * @risk: its risk
 * @field: which of its cells
 * @text: (nullable): what it says
 *
 * Says what has one answer. Several rows may say more of one risk, but what they say differently is told.
 */
void
tl_foreign_risk_set (TlForeignWork        *work,
                     const TlForeignCells *cells,
                     TlForeignRisk        *risk,
                     TlForeignField        field,
                     const char           *text)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  const char *now = tl_foreign_out_get (risk->out, ours->column);
  g_autofree char *message = NULL;

  if (text == NULL || *text == '\0' || g_strcmp0 (now, text) == 0)
    return;
  if (now == NULL)
    {
      tl_foreign_out_set (risk->out, ours->column, text, cells->columns[field]);
      return;
    }
  message = g_strdup_printf (_("“%s” is something else than “%s”, which row %u says of the same risk"), text, now,
                             risk->out->number);
  tl_foreign_work_tell (work, cells, field, message);
}

static void
add_texts (const TlForeignCells *cells,
           TlForeignRisk        *risk)
{
  static const TlForeignField texts[] = {
    TL_FOREIGN_FIELD_RISK_BASELINE, TL_FOREIGN_FIELD_RISK_CAUSE, TL_FOREIGN_FIELD_RISK_CONTROL,
    TL_FOREIGN_FIELD_RISK_OUTCOME, TL_FOREIGN_FIELD_RISK_RESOURCES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TlTable table;
      const TlField *ours = tl_foreign_field_get_ours (texts[i], &table);

      tl_foreign_out_append (risk->out, ours->column, tl_foreign_cells_get (cells, texts[i]), "\n",
                             cells->columns[texts[i]]);
    }
}

static void
add_word (TlForeignWork        *work,
          const TlForeignCells *cells,
          TlForeignRisk        *risk,
          TlForeignField        field,
          const char           *text)
{
  TlTable table;
  const TlField *ours = tl_foreign_field_get_ours (field, &table);
  g_autofree char *line = tl_foreign_one_line (text);
  const char *meaning;
  int word;

  if (*line == '\0')
    return;
  if (tl_word_find (ours->words (), line, &word))
    meaning = tl_word_get (ours->words (), word);
  else
    meaning = tl_foreign_work_look_up (work, cells, field, line, tl_foreign_words_find (field, line));
  tl_foreign_risk_set (work, cells, risk, field, meaning != NULL ? meaning : line);
}

/* "Reg 12", "Regulation 12 and 17", "12(2)(g)", "Reg 18 (2009)": the numbers that the workbook writes, else the words. */
static void
add_regulations (const TlForeignCells *cells,
                 TlForeignRisk        *risk)
{
  const char *text = tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REGULATIONS);
  int from = cells->columns[TL_FOREIGN_FIELD_RISK_REGULATIONS];
  gboolean found = FALSE;
  const char *at = text;

  while (*at != '\0')
    {
      gsize n = strspn (at, "0123456789");
      g_autofree char *number = NULL;

      if (n == 0)
        {
          at++;
          continue;
        }
      number = g_strndup (at, n);
      at += n;
      if (n == 2 && (*at == 'A' || *at == 'a') && !g_ascii_isalpha (at[1]) && g_str_equal (number, "20"))
        g_set_str (&number, "20A");
      /* Years name the set; what is in brackets are paragraphs. */
      if (n > 2 || g_ascii_strtoll (number, NULL, 10) < 4 || g_ascii_strtoll (number, NULL, 10) > 22)
        continue;
      while (*at == '(')
        at += strcspn (at, ")") + (strchr (at, ')') != NULL);
      if (strstr (text, "2009") != NULL && strstr (text, "2014") == NULL)
        {
          g_autofree char *other = g_strconcat ("2009/", number, NULL);

          g_set_str (&number, other);
        }
      tl_foreign_out_append (risk->out, "regulations", number, "; ", from);
      found = TRUE;
    }
  if (!found)
    {
      g_autofree char *line = tl_foreign_one_line (text);

      tl_foreign_out_append (risk->out, "regulations", line, "; ", from);
    }
}

static void
add_framework (const TlForeignCells *cells,
               TlForeignRisk        *risk)
{
  g_autofree char *text = g_strdup (tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_FRAMEWORK));
  g_auto (GStrv) parts = NULL;

  g_strdelimit (text, "\n", ';');
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *line = tl_foreign_one_line (parts[i]);

      tl_foreign_out_append (risk->out, "framework", line, "; ", cells->columns[TL_FOREIGN_FIELD_RISK_FRAMEWORK]);
    }
}

static void
add_opened (TlForeignWork        *work,
            const TlForeignCells *cells,
            TlForeignRisk        *risk)
{
  g_autofree char *kept = NULL;
  g_autofree char *day = tl_foreign_read_day (work, cells, TL_FOREIGN_FIELD_RISK_OPENED,
                                              tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_OPENED), FALSE, &kept);

  tl_foreign_risk_set (work, cells, risk, TL_FOREIGN_FIELD_RISK_OPENED, day);
  if (kept != NULL)
    tl_foreign_risk_keep (work, cells, risk, TL_FOREIGN_FIELD_RISK_OPENED, kept);
}

/**
 * tl_foreign_risk_tell:
 * @work: a result in the making
 * @cells: a row
 * @risk: its risk
 *
 * Takes down what a row says of its risk, its owner and actions aside.
 */
void
tl_foreign_risk_tell (TlForeignWork        *work,
                      const TlForeignCells *cells,
                      TlForeignRisk        *risk)
{
  add_texts (cells, risk);
  add_regulations (cells, risk);
  add_framework (cells, risk);
  add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_THEME,
            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_THEME));
  if (cells->columns[TL_FOREIGN_FIELD_RISK_THEME] < 0
      && tl_foreign_words_find (TL_FOREIGN_FIELD_RISK_THEME, cells->section) != NULL)
    add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_THEME, cells->section);
  if (cells->columns[TL_FOREIGN_FIELD_RISK_FRAMEWORK] < 0 && tl_foreign_words_ask_key_question (cells->section))
    tl_foreign_out_append (risk->out, "framework", cells->section, "; ", -1);
  add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_ORIGIN,
            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_ORIGIN));
  add_word (work, cells, risk, TL_FOREIGN_FIELD_RISK_REVIEW_EVERY,
            tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_REVIEW_EVERY));
  tl_foreign_out_append (risk->out, "origin_reference",
                         tl_foreign_cells_get (cells, TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE), "; ",
                         cells->columns[TL_FOREIGN_FIELD_RISK_ORIGIN_REFERENCE]);
  add_opened (work, cells, risk);
  tl_foreign_rating_add (work, cells, risk);
}
