/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-filled.h"

#include "test-store.h"
#include "tl-snapshot.h"

static TlId
add (TlStore    *store,
     TlChange   *change,
     const char *table)
{
  TlId row = tl_id_source_make_id (tl_store_get_ids (store));

  tl_change_add_row (change, table, &row);
  return row;
}

void
test_set_real (TlChange   *change,
               const char *table,
               const TlId *row,
               const char *column,
               double      real)
{
  g_auto (TlValue) value = TL_VALUE_INIT;

  tl_value_set_real (&value, real);
  tl_change_set (change, table, row, column, &value);
}

TlId
test_fill (TlStore *store,
           TlId    *reading)
{
  g_autoptr (TlChange) change = tl_change_new (TL_CHANGE_KIND_IMPORT);
  const TlField *risks = tl_layout_find_field (TL_TABLE_EVIDENCE, "risks");
  TlId provider = tl_setting_get_id (tl_store_get_document (store), TL_KEY_PROVIDER);
  TlId place = add (store, change, "place");
  TlId person = add (store, change, "person");
  TlId risk = add (store, change, "risk");
  TlId measure = add (store, change, "measure");
  TlId evidence = add (store, change, "evidence");
  TlId pair = tl_field_get_pair_id (TL_TABLE_EVIDENCE, risks, &evidence, &risk);

  *reading = add (store, change, "reading");
  tl_change_set_note (change, "source", "a folder");
  tl_change_add_row (change, TL_SETTING_TABLE, &provider);
  tl_change_set_text (change, TL_SETTING_TABLE, &provider, TL_SETTING_KEY, TL_KEY_PROVIDER);
  tl_change_set_text (change, TL_SETTING_TABLE, &provider, TL_SETTING_VALUE, "Larkfield Care");
  tl_change_set_text (change, "place", &place, "name", "Larkfield House");
  tl_change_set_text (change, "place", &place, "kind", "location");
  tl_change_set_text (change, "person", &person, "name", "Priya Nair");
  tl_change_set_text (change, "person", &person, "role", "Registered manager");
  tl_change_set_text (change, "risk", &risk, "title", "Missed “critical” medicines\nat night");
  tl_change_set_text (change, "risk", &risk, "ref", "R1");
  tl_change_set_day (change, "risk", &risk, "opened", tl_day_new (2026, 1, 5));
  tl_change_set_id (change, "risk", &risk, "checked_by_person", &person);
  tl_change_set_id (change, "measure", &measure, "risk", &risk);
  tl_change_set_text (change, "measure", &measure, "title", "Doses given on time");
  tl_change_set_text (change, "measure", &measure, "kind", "proportion");
  tl_change_set_text (change, "measure", &measure, "direction", "at least");
  tl_change_set_text (change, "measure", &measure, "period", "monthly");
  test_set_real (change, "measure", &measure, "target", 97.5);
  tl_change_set_id (change, "reading", reading, "measure", &measure);
  tl_change_set_id (change, "reading", reading, "place", &place);
  tl_change_set_id (change, "reading", reading, "evidence", &evidence);
  tl_change_set_text (change, "reading", reading, "date", "2026-01-31");
  test_set_real (change, "reading", reading, "numerator", -0.0);
  test_set_real (change, "reading", reading, "denominator", 1.0 / 3);
  tl_change_set_text (change, "evidence", &evidence, "date", "2026-01-31");
  tl_change_set_text (change, "evidence", &evidence, "source", "observation of people's experience");
  tl_change_set_text (change, "evidence", &evidence, "finding", "Calm mealtimes");
  tl_change_set_text (change, "evidence", &evidence, "by_text", "A visiting nurse");
  tl_change_add_row (change, "evidence_risk", &pair);
  tl_change_set_id (change, "evidence_risk", &pair, "evidence", &evidence);
  tl_change_set_id (change, "evidence_risk", &pair, "risk", &risk);
  test_store_apply (store, change);
  return risk;
}
