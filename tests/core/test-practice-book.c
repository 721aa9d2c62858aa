/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-practice.h"
#include "tl-practice-book.h"
#include "tl-practice-figure.h"
#include "tl-practice-sheet.h"

#include <math.h>
#include <string.h>

/* What a trainee may see of each case before the debrief: the facts, and nothing that anybody concluded from them. */

typedef struct
{
  TestPractice *practice;
  TlPracticeBook *book;
  /* Everything that can be read in it. */
  GString *words;
} Fixture;

static void
read_lines (GString   *words,
            GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TlPracticeLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (words, "%s: %s\n", line->label, line->text);
    }
  g_ptr_array_unref (lines);
}

static void
set_up (Fixture    *self,
        const char *id)
{
  GListModel *things;

  self->practice = test_practice_read (id);
  self->book = tl_practice_book_new (self->practice->page, self->practice->assessment);
  self->words = g_string_new (NULL);
  things = tl_practice_book_get_things (self->book);
  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (things, i);

      g_string_append_printf (self->words, "%s\n%s\n", tl_practice_thing_get_title (thing), tl_practice_thing_get_detail (thing));
      read_lines (self->words, tl_practice_book_list_lines (self->book, thing));
      read_lines (self->words, tl_practice_book_list_records (self->book, thing));
    }
}

static void
tear_down (Fixture *self)
{
  g_string_free (self->words, TRUE);
  g_object_unref (self->book);
  test_practice_free (self->practice);
}

static void
assert_unsaid (const Fixture *self,
               const char    *text)
{
  if (text != NULL && strstr (self->words->str, text) != NULL)
    g_error ("A trainee can read “%s” before the debrief", text);
}

static void
test_hides_conclusions (void)
{
  g_auto (GStrv) names = test_practice_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      Fixture self;
      g_autoptr (TlPracticeSheet) sheet = NULL;

      set_up (&self, names[i]);
      sheet = tl_practice_sheet_new (self.practice->snapshot);
      for (guint j = 0; j < tl_practice_sheet_get_n (sheet); j++)
        {
          assert_unsaid (&self, tl_practice_sheet_get (sheet, j)->facts->why);
          assert_unsaid (&self, tl_practice_sheet_get (sheet, j)->facts->check_id);
        }
      for (guint j = 0; j < tl_assessment_get_n_findings (self.practice->assessment); j++)
        assert_unsaid (&self, tl_assessment_get_finding (self.practice->assessment, j)->text);
      for (guint j = 0; j < tl_snapshot_count (self.practice->snapshot, TL_TABLE_ANSWERED_FINDING); j++)
        assert_unsaid (&self, ((const TlAnsweredFindingFacts *) tl_snapshot_get (self.practice->snapshot, TL_TABLE_ANSWERED_FINDING, j))->reason);
      for (guint j = 0; tl_practice_case_get_teaches (self.practice->page)[j] != NULL; j++)
        assert_unsaid (&self, tl_practice_case_get_teaches (self.practice->page)[j]);
      assert_unsaid (&self, tl_practice_case_get_model (self.practice->page)->fact);
      /* What an item was taken for, and was said to show. */
      assert_unsaid (&self, "Kind: Activity");
      assert_unsaid (&self, "Kind: Outcome");
      assert_unsaid (&self, "Verdict: ");
      assert_unsaid (&self, " · outcome");
      assert_unsaid (&self, " · supports");
      tear_down (&self);
    }
}

/* Whatever an answer, an expert's trail or the model finding names can be opened and named by a trainee. */
static void
test_has_what_is_asked_for (void)
{
  g_auto (GStrv) names = test_practice_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      Fixture self;
      const char * const *trail;

      set_up (&self, names[i]);
      trail = tl_practice_case_get_trail (self.practice->page);
      for (guint j = 0; trail[j] != NULL; j++)
        if (tl_practice_book_find (self.book, trail[j]) == NULL)
          g_error ("%s: %s can't be opened", names[i], trail[j]);
      for (guint j = 0; j < tl_snapshot_count (self.practice->snapshot, TL_TABLE_RISK); j++)
        {
          const TlRiskFacts *risk = tl_snapshot_get (self.practice->snapshot, TL_TABLE_RISK, j);

          g_assert_nonnull (strstr (self.words->str, risk->title));
          g_assert_true (risk->baseline_issue == NULL || strstr (self.words->str, risk->baseline_issue) != NULL);
        }
      tear_down (&self);
    }
}

/* Figures stay, and so do places by name; which is weak, and which point is unusual, is for the trainee to see. */
static void
test_figures (void)
{
  Fixture self;
  g_autoptr (GPtrArray) figures = NULL;
  const char *before = "";

  set_up (&self, "kettle-wharf");
  figures = tl_practice_list_figures (self.practice->assessment, tl_snapshot_find_ref (self.practice->snapshot, TL_TABLE_MEASURE, "M1"));
  g_assert_cmpuint (figures->len, ==, 5);
  for (guint i = 0; i < figures->len; i++)
    {
      const TlPracticeFigure *figure = g_ptr_array_index (figures, i);

      g_assert_cmpint (figure->judgement.target, ==, 0);
      g_assert_cmpint (figure->judgement.change, ==, 0);
      g_assert_cmpuint (figure->judgement.n_comparisons, ==, 0);
      g_assert_cmpuint (figure->judgement.series->n_points, >, 10);
      for (guint j = 0; j < figure->judgement.series->n_points; j++)
        g_assert_cmpint (figure->judgement.series->points[j].signal, ==, TL_SIGNAL_NONE);
      g_assert_true ((figure->place == NULL) == (i == 0));
      if (figure->place == NULL)
        continue;
      g_assert_cmpstr (before, <, figure->place->name);
      before = figure->place->name;
      if (g_str_equal (figure->place->base.ref, "SED"))
        {
          g_assert_nonnull (strstr (figure->latest, "87 of 111"));
          g_assert_nonnull (strstr (figure->latest, "69.8"));
        }
    }
  tear_down (&self);
}

static void
test_search_and_relations (void)
{
  Fixture self;
  TlPracticeThing *measure, *review;
  g_autoptr (GPtrArray) related = NULL;
  gboolean has_risk = FALSE;

  set_up (&self, "kettle-wharf");
  measure = tl_practice_book_find (self.book, "M1");
  review = tl_practice_book_find (self.book, "V3");
  g_assert_true (tl_practice_thing_has_words (measure, "CHART signed"));
  g_assert_false (tl_practice_thing_has_words (measure, "chart unsigned"));
  g_assert_true (tl_practice_thing_is_on (measure, "R1"));
  g_assert_false (tl_practice_thing_is_on (measure, "R2"));
  g_assert_true (tl_practice_thing_is_on (review, "R2"));
  related = tl_practice_book_list_related (self.book, measure);
  for (guint i = 0; i < related->len; i++)
    has_risk |= g_str_equal (tl_practice_thing_get_ref (g_ptr_array_index (related, i)), "R1");
  g_assert_true (has_risk);
  g_assert_null (tl_practice_book_find (self.book, "R77"));
  tear_down (&self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice-book/hides-conclusions", test_hides_conclusions);
  g_test_add_func ("/practice-book/has-what-is-asked-for", test_has_what_is_asked_for);
  g_test_add_func ("/practice-book/figures", test_figures);
  g_test_add_func ("/practice-book/search-and-relations", test_search_and_relations);
  return g_test_run ();
}
