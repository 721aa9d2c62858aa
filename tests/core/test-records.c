/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-action.h"
#include "tl-measure.h"
#include "tl-person.h"
#include "tl-place.h"
#include "tl-record-set.h"
#include "tl-risk.h"
#include "tl-snapshot-builder.h"

#include <libglib-testing/signal-logger.h>
#include <math.h>
#include <string.h>

static TlId
make_id (guint8 number)
{
  TlId id = { { 0 } };

  id.bytes[15] = number;
  return id;
}

/* A value that differs from the default, and from the other one, for any type of field. */
static void
set_sample (TlValue       *value,
            const TlField *field,
            gboolean       other)
{
  TlId target = make_id (other ? 2 : 1);
  GEnumClass *words;

  switch (field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_TEXTS:
      tl_value_set_text (value, other ? "other" : "one");
      break;
    case TL_FIELD_DAY:
      tl_value_set_text (value, other ? "2026-03-02" : "2026-03-01");
      break;
    case TL_FIELD_NUMBER:
      tl_value_set_real (value, other ? 2.5 : 1.5);
      break;
    case TL_FIELD_WHOLE:
      tl_value_set_integer (value, other ? 2 : 1);
      break;
    case TL_FIELD_WORD:
      words = g_type_class_ref (field->words ());
      tl_value_set_text (value, words->values[other ? 2 : 1].value_nick);
      g_type_class_unref (words);
      break;
    case TL_FIELD_LINK:
    case TL_FIELD_LINKS:
    case TL_FIELD_WHO:
    default:
      tl_value_set_id (value, &target);
      break;
    }
}

/* Two rows in each table whose rows are kept, with the ids 1 and 2. */
static TlRecordSet *
make_set (void)
{
  static const TlTable tables[] = { TL_TABLE_PLACE, TL_TABLE_PERSON, TL_TABLE_RISK, TL_TABLE_MEASURE, TL_TABLE_ACTION };
  TlId document = make_id (255);
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);
  g_autoptr (TlSnapshot) snapshot = NULL;
  TlRecordSet *set = tl_record_set_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      for (guint8 number = 1; number <= 2; number++)
        {
          const TlField *first = &tl_layout_get (tables[i])->fields[0];
          TlId id = make_id (number);
          g_autofree char *ref = g_strdup_printf ("X%d", number);
          g_auto (TlValue) value = TL_VALUE_INIT;

          tl_snapshot_builder_begin_row (builder, tables[i], &id, ref, 0);
          if (first->type != TL_FIELD_TEXT)
            continue;
          tl_value_set_text (&value, ref);
          tl_snapshot_builder_set (builder, first, &value);
        }
    }
  snapshot = tl_snapshot_builder_end (builder);
  tl_record_set_load (set, snapshot);
  return set;
}

static gboolean
is_default (GParamSpec   *property,
            const GValue *value)
{
  if (G_VALUE_HOLDS_DOUBLE (value))
    return isnan (g_value_get_double (value));
  return g_param_value_defaults (property, (GValue *) value);
}

static void
check_field (TlRecord      *record,
             const TlField *field)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autofree char *name = g_strdelimit (g_strdup (field->column), "_", '-');
  g_autofree char *column = field->type == TL_FIELD_WHO ? g_strconcat (field->column, "_person", NULL) : g_strdup (field->column);
  g_autofree char *detail = g_strconcat ("notify::", name, NULL);
  GParamSpec *property = g_object_class_find_property (G_OBJECT_GET_CLASS (record), name);
  gboolean has_object = field->type != TL_FIELD_LINK || field->target <= TL_TABLE_RISK;
  g_auto (GValue) before = G_VALUE_INIT, after = G_VALUE_INIT;
  g_auto (TlValue) value = TL_VALUE_INIT, null = TL_VALUE_INIT;

  g_assert_nonnull (property);
  g_assert_false (property->flags & G_PARAM_WRITABLE);
  tl_record_set_column (record, column, &null);
  g_object_get_property (G_OBJECT (record), name, &before);
  g_assert_true (is_default (property, &before));

  gt_signal_logger_connect (logger, record, "notify");
  for (int other = 0; other <= 1; other++)
    {
      set_sample (&value, field, other);
      tl_record_set_column (record, column, &value);
      g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), ==, 1);
      gt_signal_logger_pop_emission (logger, NULL, NULL, NULL, NULL);
      g_object_get_property (G_OBJECT (record), name, &after);
      if (has_object && field->target != TL_TABLE_FORUM)
        g_assert_false (is_default (property, &after));
      g_value_unset (&after);

      tl_record_set_column (record, column, &value);
      gt_signal_logger_assert_no_emissions (logger);
    }
}

/* Every property of every type: its default, silent when nothing changes, told once when it does, released at the end. */
static void
test_every_property (void)
{
  static const struct { TlTable table; GType (*type) (void); } types[] = {
    { TL_TABLE_PLACE, tl_place_get_type }, { TL_TABLE_PERSON, tl_person_get_type }, { TL_TABLE_RISK, tl_risk_get_type },
    { TL_TABLE_MEASURE, tl_measure_get_type }, { TL_TABLE_ACTION, tl_action_get_type },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      TlRecordSet *set = make_set ();
      TlId id = make_id (1);
      TlRecord *record = g_object_ref (tl_record_set_find (set, types[i].table, &id));
      const TlTableLayout *layout = tl_layout_get (types[i].table);

      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (record, types[i].type ()));
      for (guint j = 0; j < layout->n_fields; j++)
        {
          if (layout->fields[j].type != TL_FIELD_LINKS)
            check_field (record, &layout->fields[j]);
        }
      g_assert_finalize_object (set);
      g_assert_finalize_object (record);
    }
}

/* A measure of which every field says something. */
static TlSnapshot *
make_measure (const TlId *id,
              gboolean    other)
{
  TlId document = make_id (255);
  g_autoptr (TlSnapshotBuilder) builder = tl_snapshot_builder_new (&document);
  const TlTableLayout *layout = tl_layout_get (TL_TABLE_MEASURE);

  tl_snapshot_builder_begin_row (builder, TL_TABLE_MEASURE, id, "M1", 0);
  for (guint i = 0; i < layout->n_fields; i++)
    {
      g_auto (TlValue) value = TL_VALUE_INIT;

      set_sample (&value, &layout->fields[i], other);
      tl_snapshot_builder_set (builder, &layout->fields[i], &value);
    }
  return tl_snapshot_builder_end (builder);
}

/* Only what is something else is told of. */
static void
test_reading_the_same_again_is_silent (void)
{
  TlId id = make_id (7);
  g_autoptr (TlSnapshot) snapshot = make_measure (&id, FALSE), other = make_measure (&id, TRUE);
  g_autoptr (TlRecordSet) set = tl_record_set_new ();
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  TlRecord *record;

  tl_record_set_load (set, snapshot);

  record = tl_record_set_find (set, TL_TABLE_MEASURE, &id);
  g_assert_cmpstr (tl_measure_get_title (TL_MEASURE (record)), ==, "one");
  gt_signal_logger_connect (logger, record, "notify");
  tl_record_read (record, tl_snapshot_find (snapshot, TL_TABLE_MEASURE, &id));
  gt_signal_logger_assert_no_emissions (logger);

  tl_record_read (record, tl_snapshot_find (other, TL_TABLE_MEASURE, &id));
  g_assert_cmpstr (tl_measure_get_title (TL_MEASURE (record)), ==, "other");
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), >, 3);
  g_assert_cmpuint (gt_signal_logger_get_n_emissions (logger), <=, tl_layout_get (TL_TABLE_MEASURE)->n_fields);
}

#define assert_splice(logger, list, place, gone, come) \
  G_STMT_START { \
    guint place_, gone_, come_; \
    gt_signal_logger_assert_emission_pop (logger, list, "items-changed", &place_, &gone_, &come_); \
    g_assert_cmpuint (place_, ==, place); \
    g_assert_cmpuint (gone_, ==, gone); \
    g_assert_cmpuint (come_, ==, come); \
  } G_STMT_END

static void
apply_row (TlRecordSet *set,
           guint8       number,
           const char  *title)
{
  g_autoptr (TlChange) change = tl_change_new ("test");
  TlId id = make_id (number);

  if (title == NULL)
    tl_change_remove_row (change, "risk", &id);
  else
    {
      if (tl_record_set_find (set, TL_TABLE_RISK, &id) == NULL)
        {
          g_autofree char *ref = g_strdup_printf ("X%d", number);

          tl_change_add_row (change, "risk", &id);
          tl_change_set_text (change, "risk", &id, "ref", ref);
        }
      tl_change_set_text (change, "risk", &id, "title", title);
    }
  tl_record_set_apply (set, change);
}

/* One row that comes, changes or goes is one splice of one place, and the others aren't disturbed. */
static void
test_each_change_is_one_splice (void)
{
  g_autoptr (TlRecordSet) set = make_set ();
  TlRecordList *risks = tl_record_set_get_list (set, TL_TABLE_RISK);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  TlId first = make_id (1), third = make_id (3);
  TlRecord *other = tl_record_set_find (set, TL_TABLE_RISK, &first);

  gt_signal_logger_connect (logger, risks, "items-changed");
  gt_signal_logger_connect (logger, other, "notify");

  apply_row (set, 10, "Tenth");
  assert_splice (logger, risks, 2, 0, 1);
  apply_row (set, 3, "Third");
  assert_splice (logger, risks, 2, 0, 1);
  g_assert_cmpstr (tl_risk_get_title (TL_RISK (tl_record_set_find (set, TL_TABLE_RISK, &third))), ==, "Third");
  apply_row (set, 3, "Third, renamed");
  assert_splice (logger, risks, 2, 1, 1);
  apply_row (set, 3, NULL);
  assert_splice (logger, risks, 2, 1, 0);
  g_assert_null (tl_record_set_find (set, TL_TABLE_RISK, &third));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (risks)), ==, 3);
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_a_new_ref_moves_the_row (void)
{
  g_autoptr (TlRecordSet) set = make_set ();
  TlRecordList *risks = tl_record_set_get_list (set, TL_TABLE_RISK);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (TlChange) change = tl_change_new ("test");
  g_autoptr (TlRecord) last = NULL;
  TlId first = make_id (1);

  gt_signal_logger_connect (logger, risks, "items-changed");
  tl_change_set_text (change, "risk", &first, "ref", "X9");
  tl_record_set_apply (set, change);
  assert_splice (logger, risks, 0, 1, 0);
  assert_splice (logger, risks, 1, 0, 1);
  gt_signal_logger_assert_no_emissions (logger);
  last = g_list_model_get_item (G_LIST_MODEL (risks), 1);
  g_assert_cmpstr (tl_record_get_ref (last), ==, "X9");
}

/* Lists above sort and filter as often as they are told; at another day they are told of every risk. */
static void
test_many_at_once_are_one_splice (void)
{
  g_autoptr (TlRecordSet) set = make_set ();
  TlRecordList *risks = tl_record_set_get_list (set, TL_TABLE_RISK);
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr (TlRecord) second = NULL, third = NULL;

  apply_row (set, 10, "Tenth");
  apply_row (set, 11, "Eleventh");
  second = g_list_model_get_item (G_LIST_MODEL (risks), 1);
  third = g_list_model_get_item (G_LIST_MODEL (risks), 3);
  gt_signal_logger_connect (logger, risks, "items-changed");

  tl_record_list_touch_all (risks, changed);
  gt_signal_logger_assert_no_emissions (logger);
  g_hash_table_add (changed, third);
  tl_record_list_touch_all (risks, changed);
  assert_splice (logger, risks, 3, 1, 1);
  g_hash_table_add (changed, second);
  tl_record_list_touch_all (risks, changed);
  assert_splice (logger, risks, 1, 3, 3);
  gt_signal_logger_assert_no_emissions (logger);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/every-property", test_every_property);
  g_test_add_func ("/records/reading-the-same-again", test_reading_the_same_again_is_silent);
  g_test_add_func ("/records/one-splice", test_each_change_is_one_splice);
  g_test_add_func ("/records/many-at-once", test_many_at_once_are_one_splice);
  g_test_add_func ("/records/new-ref", test_a_new_ref_moves_the_row);
  return g_test_run ();
}
