/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-detail.h"

#include "tl-statement.h"

#define ALL ""
#define OF_RISK "risk = ?1"
#define MEASURES "(SELECT id FROM measure WHERE risk = ?1)"
#define ACTIONS "(SELECT id FROM action WHERE risk = ?1)"

/* What belongs to a risk, each by an index. A reading's or an action's evidence needn't be linked to the risk itself. Model
 * answers tell that it is a practice case. */
static const struct
{
  const char *table;
  const char *condition;
} conditions[] = {
  { TL_SETTING_TABLE, ALL },
  { "place", ALL },
  { "person", ALL },
  { "forum", ALL },
  { "risk", "id = ?1" },
  { "risk_place", OF_RISK },
  { "rating", OF_RISK },
  { "ownership", OF_RISK },
  { "measure", OF_RISK },
  { "reading", "measure IN " MEASURES },
  { "step_change", "measure IN " MEASURES },
  { "action", OF_RISK },
  { "action_event", "action IN " ACTIONS },
  { "evidence", "id IN (SELECT evidence FROM evidence_risk WHERE risk = ?1 "
                "UNION SELECT evidence FROM evidence_action WHERE action IN " ACTIONS
                " UNION SELECT evidence FROM reading WHERE measure IN " MEASURES " AND evidence IS NOT NULL)" },
  { "evidence_risk", OF_RISK },
  { "evidence_action", "action IN " ACTIONS },
  { "evidence_measure", "measure IN " MEASURES },
  { "expected_evidence", OF_RISK },
  { "review", "id IN (SELECT review FROM looked_at WHERE risk = ?1 UNION SELECT review FROM challenge WHERE risk = ?1 "
              "UNION SELECT review FROM decision WHERE risk = ?1)" },
  { "looked_at", OF_RISK },
  { "challenge", OF_RISK },
  { "decision", OF_RISK },
  { "warning_sign", OF_RISK },
  { "observed_sign", "sign IN (SELECT id FROM warning_sign WHERE risk = ?1)" },
  { "cause", OF_RISK },
  { "learning", OF_RISK },
  { "answer", ALL },
  { "learning_reach", "learning IN (SELECT id FROM learning WHERE risk = ?1)" },
};

/**
 * tl_reader_detail_choose:
 * @table: a table
 *
 * Returns: (nullable): the condition by which its rows belong to a risk, whose id is the parameter; "" when all of them
 *   are needed for it, %NULL when none is
 */
const char *
tl_reader_detail_choose (const TlSchemaTable *table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      if (g_str_equal (conditions[i].table, table->name))
        return conditions[i].condition;
    }
  return NULL;
}

/**
 * tl_reader_detail_find_risk:
 * @database: a connection
 * @id: id of a risk, or of one of its measures
 * @risk: (out): the risk's id
 * @error: return location for an error
 *
 * Returns: whether there is such a risk
 */
gboolean
tl_reader_detail_find_risk (TlDatabase  *database,
                            const TlId  *id,
                            TlId        *risk,
                            GError     **error)
{
  sqlite3_stmt *statement = tl_database_prepare (database, "SELECT id FROM risk WHERE id = ?1 "
                                                           "UNION ALL SELECT risk FROM measure WHERE id = ?1", error);
  gboolean more, found;

  if (statement == NULL)
    return FALSE;
  tl_statement_bind_id (statement, 1, id);
  if (!tl_database_step (database, statement, &more, error) || !more)
    return FALSE;
  found = tl_statement_get_id (statement, 0, risk);
  sqlite3_reset (statement);
  return found;
}
