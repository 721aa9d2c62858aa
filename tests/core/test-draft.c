/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/test-store.h"

#include "tl-draft.h"
#include "tl-draft-usual.h"
#include "tl-removal.h"
#include "tl-store-error.h"
#include "tl-workbook-undo.h"

#include <math.h>

/* What is typed into fields, and what becomes of it, on a copy of the sample. */

typedef struct
{
  TestDesk *desk;
  TlWorkbook *workbook;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "..", "data", "samples", "sample.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlIdSource) ids = tl_id_source_new_seeded ("draft", G_GINT64_CONSTANT (1781006400000));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->desk = test_desk_new ();
  tl_workbook_open_async (TL_STORE_ORIGIN_COPY, file, ids, NULL, test_keep_cb, &result);
  fixture->workbook = tl_workbook_open_finish (test_wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_close_async (fixture->workbook, test_keep_cb, &result);
  g_assert_true (tl_workbook_close_finish (fixture->workbook, test_wait_for (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->workbook);
  test_desk_free (fixture->desk);
}

static TlSnapshot *
get_snapshot (Fixture *fixture)
{
  return tl_assessment_get_snapshot (tl_workbook_get_assessment (fixture->workbook));
}

static const TlFacts *
find (Fixture    *fixture,
      TlTable     table,
      const char *ref)
{
  const TlFacts *row = tl_snapshot_find_ref (get_snapshot (fixture), table, ref);

  g_assert_nonnull (row);
  return row;
}

static TlDraft *
copy (Fixture *fixture,
      TlTable  table)
{
  const TlFacts *row = tl_snapshot_get (get_snapshot (fixture), table, 0);

  return tl_draft_new_copy (fixture->workbook, table, &row->id);
}

/* ── Every field of every table ───────────────────────────────────────────── */

/* Each wrong text with what the sentence about it has to say. */
static void
assert_refused (Fixture       *fixture,
                TlTable        table,
                const TlField *field,
                const char    *text,
                const char    *part)
{
  g_autoptr (TlDraft) draft = copy (fixture, table);
  g_autofree char *message = NULL;

  tl_draft_set_text (draft, field->column, text);
  message = tl_draft_check_field (draft, field->column);
  if (message == NULL || strstr (message, part) == NULL)
    g_error ("%s of %s: %s", field->column, tl_layout_get (table)->name, message != NULL ? message : "not refused");
  g_assert_true (g_unichar_isupper (g_utf8_get_char (message)) || *message == '"');
  g_assert_true (g_str_has_suffix (message, "."));
  /* It stays as it was typed. */
  g_assert_cmpstr (tl_draft_get_text (draft, field->column), ==, text);
}

static void
try_wrong_values (Fixture       *fixture,
                  TlTable        table,
                  const TlField *field)
{
  g_autofree char *long_text = g_strnfill (10000, 'a');
  g_autofree char *beyond = g_strdup_printf ("%.0f", isfinite (field->most) ? field->most + 1 : 0);

  switch ((int) field->type)
    {
    case TL_FIELD_DAY:
      assert_refused (fixture, table, field, "soon", "\"soon\" is not a date");
      assert_refused (fixture, table, field, "31/02/2026", "is not a date");
      assert_refused (fixture, table, field, "9 June 1066", "from 1900");
      break;
    case TL_FIELD_NUMBER:
      assert_refused (fixture, table, field, "a few", "\"a few\" is not a number");
      assert_refused (fixture, table, field, "1,234", "without commas");
      assert_refused (fixture, table, field, "0x10", "is not a number");
      break;
    case TL_FIELD_WHOLE:
      assert_refused (fixture, table, field, "six", "is not a number from");
      assert_refused (fixture, table, field, beyond, "is not a number from");
      assert_refused (fixture, table, field, "1.5", "is not a number from");
      break;
    case TL_FIELD_WORD:
      assert_refused (fixture, table, field, "gibberish", "\"gibberish\" is not");
      break;
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
    case TL_FIELD_WHO:
      assert_refused (fixture, table, field, "a bell\a", "U+0007");
      if (field->flags & TL_FIELD_LINE)
        assert_refused (fixture, table, field, long_text, "no more than 200 characters");
      break;
    default:
      break;
    }
  if (field->flags & TL_FIELD_REQUIRED && field->type != TL_FIELD_LINK && field->type != TL_FIELD_LINKS)
    assert_refused (fixture, table, field, "  ", "must be a value");
}

/* Something that the field can hold and doesn't. */
static void
set_right_value (Fixture       *fixture,
                 TlDraft       *draft,
                 const TlField *field)
{
  g_autofree char *before = g_strdup (tl_draft_get_text (draft, field->column));
  const TlFacts *first, *last;

  switch ((int) field->type)
    {
    case TL_FIELD_DAY:
      tl_draft_set_text (draft, field->column, g_str_equal (before, "7 May 2024") ? "8/5/2024" : " 7 May 2024 ");
      break;
    case TL_FIELD_NUMBER:
    case TL_FIELD_WHOLE:
      tl_draft_set_text (draft, field->column, g_str_equal (before, "3") ? "4" : " 3 ");
      break;
    case TL_FIELD_WORD:
      tl_draft_set_word (draft, field->column, tl_draft_get_word (draft, field->column) == 1 ? 2 : 1);
      break;
    case TL_FIELD_LINK:
    case TL_FIELD_LINKS:
      first = tl_snapshot_get (get_snapshot (fixture), field->target, 0);
      last = tl_snapshot_get (get_snapshot (fixture), field->target,
                              tl_snapshot_count (get_snapshot (fixture), field->target) - 1);
      if (tl_draft_get_n_links (draft, field->column) > 0 && tl_id_equal (tl_draft_get_link (draft, field->column, 0), &last->id))
        last = first;
      tl_draft_set_link (draft, field->column, &last->id);
      break;
    default:
      tl_draft_set_text (draft, field->column, "  Something new ");
      break;
    }
}

/* One field is one edit, but for lists, which are rows of their own, and somebody who was a person and is a name now. */
static void
try_right_value (Fixture       *fixture,
                 TlTable        table,
                 const TlField *field)
{
  g_autoptr (TlDraft) draft = copy (fixture, table);
  g_autoptr (TlChange) change = NULL;
  g_autofree char *message = NULL;

  set_right_value (fixture, draft, field);
  message = tl_draft_check_field (draft, field->column);
  if (message != NULL)
    g_error ("%s of %s: %s", field->column, tl_layout_get (table)->name, message);
  g_assert_true (tl_draft_is_changed (draft));
  change = tl_draft_make_change (draft);
  g_assert_nonnull (change);
  if (field->type == TL_FIELD_LINKS)
    return;
  g_assert_cmpuint (tl_change_get_n_edits (change), <=, field->type == TL_FIELD_WHO ? 2 : 1);
  g_assert_true (g_str_has_prefix (tl_change_get_edit (change, 0)->column, field->column));
  if (field->type == TL_FIELD_TEXT)
    g_assert_cmpstr (tl_change_get_edit (change, 0)->new_value.text, ==, "Something new");
}

static void
test_every_field (Fixture       *fixture,
                  gconstpointer  data)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      const TlTableLayout *layout = tl_layout_get (table);

      if (tl_snapshot_count (get_snapshot (fixture), table) == 0)
        continue;
      for (guint i = 0; i < layout->n_fields; i++)
        {
          try_wrong_values (fixture, table, &layout->fields[i]);
          try_right_value (fixture, table, &layout->fields[i]);
        }
    }
}

/* A row that is opened and left alone is no change, whatever its fields hold; so is one to which the same is typed again. */
static void
test_unchanged_makes_none (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n = 0;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      for (guint i = 0; i < MIN (tl_snapshot_count (get_snapshot (fixture), table), 100); i++)
        {
          const TlFacts *row = tl_snapshot_get (get_snapshot (fixture), table, i);
          g_autoptr (TlDraft) draft = tl_draft_new_copy (fixture->workbook, table, &row->id);
          g_autoptr (GPtrArray) problems = tl_draft_list_problems (draft);

          g_assert_cmpuint (problems->len, ==, 0);
          g_assert_false (tl_draft_is_changed (draft));
          g_assert_null (tl_draft_make_change (draft));
          n++;
        }
    }
  g_assert_cmpuint (n, >, 500);
}

static void
test_the_same_typed_again (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TlDraft) draft = tl_draft_new_copy (fixture->workbook, TL_TABLE_ACTION, &find (fixture, TL_TABLE_ACTION, "A1")->id);
  g_autofree char *title = g_strdup_printf ("  %s  ", tl_draft_get_text (draft, "title"));
  TlDay due = tl_draft_get_day (draft, "due");
  char iso[TL_DAY_ISO_LENGTH + 1];

  g_assert_cmpint (due, !=, TL_NO_DAY);
  tl_day_to_iso (due, iso);
  tl_draft_set_text (draft, "title", title);
  tl_draft_set_text (draft, "due", iso);
  g_assert_null (tl_draft_make_change (draft));
}

/* ── Fields that don't agree ──────────────────────────────────────────────── */

typedef struct
{
  TlTable table;
  const char *fields;
  const char *column;
  const char *message;
} Rule;

/* "date=9/6/2026; risk=@R1": a row by its ref. What must have a value and isn't there is found, too, but not asked for. */
static void
fill (Fixture    *fixture,
      TlDraft    *draft,
      const char *fields)
{
  g_auto (GStrv) parts = g_strsplit (fields, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      const TlField *field = tl_layout_find_field (tl_draft_get_table (draft), pair[0]);
      TlTable target = field->type == TL_FIELD_WHO ? TL_TABLE_PERSON : field->target;

      if (*pair[1] == '@')
        tl_draft_set_link (draft, pair[0], &find (fixture, target, pair[1] + 1)->id);
      else
        tl_draft_set_text (draft, pair[0], pair[1]);
    }
}

static const char *
find_problem (GPtrArray  *problems,
              const char *column)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TlDraftProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->column, column))
        return problem->message;
    }
  return NULL;
}

/* The sample's today is 9 June 2026. In each pair the second is just right. */
static const Rule rules[] = {
  { TL_TABLE_PERSON, "from_date=2 May 2026; until_date=1 May 2026", "until_date", "\"1 May 2026\" is before the date in \"From\"." },
  { TL_TABLE_PERSON, "from_date=2 May 2026; until_date=2 May 2026", "until_date", NULL },
  { TL_TABLE_RISK, "opened=10/6/2026", "opened", "\"10/6/2026\" is still to come; give the day when it happened." },
  { TL_TABLE_RISK, "opened=9/6/2026", "opened", NULL },
  { TL_TABLE_OWNERSHIP, "risk=@R1; person=@P-JF; part=accountable; from_date=9/6/2026", "part", "hand the risk over instead" },
  { TL_TABLE_OWNERSHIP, "risk=@R1; person=@P-JF; part=supporting; from_date=9/6/2026", "part", NULL },
  { TL_TABLE_OWNERSHIP, "risk=@R1; person=@P-JF; part=supporting; from_date=1/1/2020", "person", "Joan Ferriby begins only on" },
  { TL_TABLE_OWNERSHIP, "risk=@R1; person=@P-JF; part=supporting; from_date=1/1/2022", "person", NULL },
  { TL_TABLE_MEASURE, "kind=proportion; baseline_numerator=11; baseline_denominator=10", "baseline_numerator",
    "of which it is a part" },
  { TL_TABLE_MEASURE, "kind=proportion; baseline_numerator=10; baseline_denominator=10", "baseline_numerator", NULL },
  { TL_TABLE_MEASURE, "kind=proportion; target=101", "target", "is not a percentage from 0 to 100" },
  { TL_TABLE_MEASURE, "kind=count; target=101", "target", NULL },
  { TL_TABLE_READING, "measure=@M1; date=8/6/2026; numerator=3; denominator=0", "denominator", "more than 0" },
  { TL_TABLE_READING, "measure=@M1; date=8/6/2026; numerator=3; denominator=3", "denominator", NULL },
  { TL_TABLE_READING, "measure=@M1; date=8/6/2026", "numerator", "must be a value" },
  { TL_TABLE_READING, "measure=@M1; date=8/6/2026; numerator=1; denominator=2; shift=@QUI", "shift",
    "The place \"Quillbrook Care\" is not a shift." },
  { TL_TABLE_ACTION, "agreed=2/6/2026; due=1/6/2026", "due", "\"1/6/2026\" is before the date in \"Agreed\"." },
  { TL_TABLE_ACTION, "agreed=2/6/2026; due=2/6/2026", "due", NULL },
  { TL_TABLE_ACTION, "agreed=2/6/2026; done=1/6/2026", "done", "is before the date in \"Agreed\"." },
  { TL_TABLE_ACTION, "agreed=2/6/2026; done=10/6/2026", "done", "is still to come" },
  { TL_TABLE_ACTION_EVENT, "action=@A1; what=moved; date=9/6/2026", "to_date", "Give the day to which it is moved." },
  { TL_TABLE_ACTION_EVENT, "action=@A1; what=moved; date=9/6/2026; to_date=30/6/2026", "reason", "Say why it is moved" },
  { TL_TABLE_ACTION_EVENT, "action=@A1; what=done; date=9/6/2026", "to_date", NULL },
  { TL_TABLE_ACTION_EVENT, "action=@A1; what=done; date=1/1/2000", "date", "The action was agreed only on" },
  { TL_TABLE_ACTION_EVENT, "action=@A1; what=merged; date=9/6/2026; other_action=@A1", "other_action", "is the same as in \"Action\"." },
  { TL_TABLE_EVIDENCE, "date=10/6/2026", "date", "is still to come" },
  { TL_TABLE_WARNING_SIGN, "times=2", "within_days", "Say within how many days." },
  { TL_TABLE_WARNING_SIGN, "times=2; within_days=31", "within_days", NULL },
  { TL_TABLE_LEARNING_REACH, "learning=@G1; taken_up=1/1/2020", "taken_up", "It was learned only on" },
  { TL_TABLE_LINK, "risk=@R1; linked_risk=@R1", "linked_risk", "is the same as in \"Risk\"." },
};

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (TlDraft) draft = tl_draft_new (fixture->workbook, rules[i].table);
      g_autoptr (GPtrArray) problems = NULL;
      const char *message;

      fill (fixture, draft, rules[i].fields);
      problems = tl_draft_list_problems (draft);
      message = find_problem (problems, rules[i].column);
      if (rules[i].message == NULL ? message != NULL : message == NULL || strstr (message, rules[i].message) == NULL)
        g_error ("%s: %s: %s", tl_layout_get (rules[i].table)->name, rules[i].fields, message);
    }
}

/* What came from elsewhere doesn't stand in the way of another field. */
static void
test_a_place_within_itself (Fixture       *fixture,
                            gconstpointer  data)
{
  const TlPlaceFacts *provider = (const TlPlaceFacts *) find (fixture, TL_TABLE_PLACE, "QUI");
  g_autoptr (TlDraft) draft = tl_draft_new_copy (fixture->workbook, TL_TABLE_PLACE, &provider->base.id);
  g_autoptr (GPtrArray) problems = NULL;
  const TlPlaceFacts *child = NULL;

  for (guint i = 0; i < tl_snapshot_count (get_snapshot (fixture), TL_TABLE_PLACE); i++)
    {
      const TlPlaceFacts *place = tl_snapshot_get (get_snapshot (fixture), TL_TABLE_PLACE, i);

      if (place->parent == provider)
        child = place;
    }
  g_assert_nonnull (child);
  tl_draft_set_link (draft, "parent", &child->base.id);
  problems = tl_draft_list_problems (draft);
  g_assert_nonnull (strstr (find_problem (problems, "parent"), "lies beneath this place"));
}

/* ── Keeping ──────────────────────────────────────────────────────────────── */

static void
save (Fixture *fixture,
      TlDraft *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  tl_draft_save_async (draft, NULL, test_keep_cb, &result);
  g_assert_true (tl_draft_save_finish (draft, test_wait_for (&result), &changed, &error));
  g_assert_no_error (error);
  g_assert_true (changed);
  while (tl_workbook_get_busy (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
}

/* A new row has the next free ref, its lists, and somebody who is only a name. */
static void
test_a_new_row (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TlDraft) draft = tl_draft_new (fixture->workbook, TL_TABLE_EVIDENCE), second = NULL;
  guint n = tl_snapshot_count (get_snapshot (fixture), TL_TABLE_EVIDENCE);
  const TlEvidenceFacts *row, *next;

  tl_draft_fill_usual (draft);
  fill (fixture, draft, "source=audit; finding=Seven charts were signed\r\nand one wasn't; risks=@R1; by=A visitor");
  tl_draft_add_link (draft, "risks", &find (fixture, TL_TABLE_RISK, "R2")->id);
  save (fixture, draft);
  row = tl_snapshot_find (get_snapshot (fixture), TL_TABLE_EVIDENCE, tl_draft_get_id (draft));
  g_assert_nonnull (row);
  g_assert_cmpuint (tl_snapshot_count (get_snapshot (fixture), TL_TABLE_EVIDENCE), ==, n + 1);
  g_assert_cmpstr (row->finding, ==, "Seven charts were signed\nand one wasn't");
  g_assert_cmpuint (row->risks.n, ==, 2);
  g_assert_cmpstr (row->by.text, ==, "A visitor");
  g_assert_cmpint (row->date, ==, tl_workbook_get_today (fixture->workbook));
  g_assert_true (tl_snapshot_find_ref (get_snapshot (fixture), TL_TABLE_EVIDENCE, row->base.ref) == row);

  second = tl_draft_new (fixture->workbook, TL_TABLE_EVIDENCE);
  fill (fixture, second, "date=1/6/2026; source=audit; finding=Another; by=@P-JF");
  save (fixture, second);
  row = tl_snapshot_find (get_snapshot (fixture), TL_TABLE_EVIDENCE, tl_draft_get_id (draft));
  next = tl_snapshot_find (get_snapshot (fixture), TL_TABLE_EVIDENCE, tl_draft_get_id (second));
  g_assert_cmpint (atoi (next->base.ref + 1), ==, atoi (row->base.ref + 1) + 1);
  g_assert_cmpstr (next->by.person->name, ==, "Joan Ferriby");
}

/* Somebody else's change isn't overwritten unseen: it is said, and only keeping it once more puts what was typed there. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  TlId id = find (fixture, TL_TABLE_ACTION, "A1")->id;
  g_autoptr (TlDraft) mine = tl_draft_new_copy (fixture->workbook, TL_TABLE_ACTION, &id);
  g_autoptr (TlDraft) other = tl_draft_new_copy (fixture->workbook, TL_TABLE_ACTION, &id);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_draft_set_text (other, "title", "Theirs");
  tl_draft_set_text (other, "agreed_at", "The night meeting");
  save (fixture, other);
  tl_draft_set_text (mine, "title", "Mine");
  tl_draft_save_async (mine, NULL, test_keep_cb, &result);
  g_assert_false (tl_draft_save_finish (mine, test_wait_for (&result), NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Theirs"));

  g_assert_true (tl_draft_begin_again (mine));
  g_assert_cmpstr (tl_draft_get_text (mine, "title"), ==, "Mine");
  g_assert_cmpstr (tl_draft_get_text (mine, "agreed_at"), ==, "The night meeting");
  save (fixture, mine);
  g_assert_cmpstr (((const TlActionFacts *) find (fixture, TL_TABLE_ACTION, "A1"))->title, ==, "Mine");
}

/* ── Removing ─────────────────────────────────────────────────────────────── */

static void
apply (Fixture  *fixture,
       TlChange *change)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_async (fixture->workbook, change, NULL, test_keep_cb, &result);
  g_assert_true (tl_workbook_apply_finish (fixture->workbook, test_wait_for (&result), &error));
  g_assert_no_error (error);
  while (tl_workbook_get_busy (fixture->workbook))
    g_main_context_iteration (NULL, TRUE);
}

/* The first row of each table can be removed, whatever names it, and comes back with all that went with it. The store
 * refuses a change that leaves something pointing nowhere. */
static void
test_the_first_of_each_goes_and_comes_back (Fixture       *fixture,
                                            gconstpointer  data)
{
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      guint before[TL_N_TABLES];
      g_autoptr (TlRemoval) removal = NULL;
      g_autoptr (TlChange) change = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      TlId id;

      for (TlTable other = 0; other < TL_N_TABLES; other++)
        before[other] = tl_snapshot_count (get_snapshot (fixture), other);
      if (before[table] == 0)
        continue;
      id = ((const TlFacts *) tl_snapshot_get (get_snapshot (fixture), table, 0))->id;
      removal = tl_removal_new (get_snapshot (fixture), table, &id);
      change = tl_removal_make_change (removal);
      apply (fixture, change);
      for (TlTable other = 0; other < TL_N_TABLES; other++)
        g_assert_cmpuint (tl_snapshot_count (get_snapshot (fixture), other) + tl_removal_count_lost (removal, other)
                          + (other == table), ==, before[other]);

      tl_workbook_undo_async (fixture->workbook, NULL, test_keep_cb, &result);
      g_assert_true (tl_workbook_apply_finish (fixture->workbook, test_wait_for (&result), &error));
      g_assert_no_error (error);
      while (tl_workbook_get_busy (fixture->workbook))
        g_main_context_iteration (NULL, TRUE);
      for (TlTable other = 0; other < TL_N_TABLES; other++)
        g_assert_cmpuint (tl_snapshot_count (get_snapshot (fixture), other), ==, before[other]);
    }
}

/* Who did something stays known by name, and a reading of a place doesn't become one of the whole provider. */
static void
test_what_stays_says_the_same (Fixture       *fixture,
                               gconstpointer  data)
{
  const TlRiskFacts *risk = (const TlRiskFacts *) find (fixture, TL_TABLE_RISK, "R1");
  const TlPersonFacts *person = (const TlPersonFacts *) find (fixture, TL_TABLE_PERSON, "P-JF");
  g_autoptr (TlDraft) draft = tl_draft_new (fixture->workbook, TL_TABLE_CAUSE);
  g_autoptr (TlRemoval) removal = NULL, place = NULL;
  g_autoptr (TlChange) change = NULL;
  g_autofree char *says = NULL;
  const TlCauseFacts *cause;
  const TlReadingFacts *reading = NULL;

  fill (fixture, draft, "place=@QUI; cause=handover; by=@P-JF");
  tl_draft_set_link (draft, "risk", &risk->base.id);
  save (fixture, draft);
  person = (const TlPersonFacts *) find (fixture, TL_TABLE_PERSON, "P-JF");
  removal = tl_removal_new (get_snapshot (fixture), TL_TABLE_PERSON, &person->base.id);
  g_assert_false (tl_removal_is_plain (removal));
  says = tl_removal_say (removal);
  g_assert_nonnull (strstr (says, "keep at most the name"));
  change = tl_removal_make_change (removal);
  apply (fixture, change);
  cause = tl_snapshot_find (get_snapshot (fixture), TL_TABLE_CAUSE, tl_draft_get_id (draft));
  g_assert_null (cause->by.person);
  g_assert_cmpstr (cause->by.text, ==, "Joan Ferriby");

  for (guint i = 0; reading == NULL || reading->place == NULL; i++)
    reading = tl_snapshot_get (get_snapshot (fixture), TL_TABLE_READING, i);
  place = tl_removal_new (get_snapshot (fixture), TL_TABLE_PLACE, &reading->place->base.id);
  g_assert_cmpuint (tl_removal_count_lost (place, TL_TABLE_READING), >, 0);
  g_assert_cmpuint (tl_removal_count_naming (place, TL_TABLE_READING), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/draft/every-field", Fixture, NULL, set_up, test_every_field, tear_down);
  g_test_add ("/draft/unchanged-makes-none", Fixture, NULL, set_up, test_unchanged_makes_none, tear_down);
  g_test_add ("/draft/the-same-typed-again", Fixture, NULL, set_up, test_the_same_typed_again, tear_down);
  g_test_add ("/draft/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/draft/a-place-within-itself", Fixture, NULL, set_up, test_a_place_within_itself, tear_down);
  g_test_add ("/draft/a-new-row", Fixture, NULL, set_up, test_a_new_row, tear_down);
  g_test_add ("/draft/changed-meanwhile", Fixture, NULL, set_up, test_changed_meanwhile, tear_down);
  g_test_add ("/removal/the-first-of-each-goes-and-comes-back", Fixture, NULL, set_up,
              test_the_first_of_each_goes_and_comes_back, tear_down);
  g_test_add ("/removal/what-stays-says-the-same", Fixture, NULL, set_up, test_what_stays_says_the_same, tear_down);

  return g_test_run ();
}
