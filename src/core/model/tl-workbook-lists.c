/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-workbook-private.h"

static GListModel *
get_list (TlWorkbook *self,
          TlTable     table)
{
  return G_LIST_MODEL (tl_record_set_get_list (self->records, table));
}

/**
 * tl_workbook_get_risks:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlRisk, by ref
 */
GListModel *
tl_workbook_get_risks (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_RISK);
}

/**
 * tl_workbook_get_people:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlPerson, by ref
 */
GListModel *
tl_workbook_get_people (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_PERSON);
}

/**
 * tl_workbook_get_places:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlPlace, by ref
 */
GListModel *
tl_workbook_get_places (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_PLACE);
}

/**
 * tl_workbook_get_measures:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlMeasure, by ref
 */
GListModel *
tl_workbook_get_measures (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_MEASURE);
}

/**
 * tl_workbook_get_actions:
 * @self: a workbook
 *
 * Returns: (transfer none): a list of #TlAction, by ref
 */
GListModel *
tl_workbook_get_actions (TlWorkbook *self)
{
  return get_list (self, TL_TABLE_ACTION);
}

/**
 * tl_workbook_find_risk:
 * @self: a workbook
 * @id: a risk's id
 *
 * Returns: (transfer none) (nullable): the risk
 */
TlRisk *
tl_workbook_find_risk (TlWorkbook *self,
                       const TlId *id)
{
  return (TlRisk *) tl_record_set_find (self->records, TL_TABLE_RISK, id);
}

/**
 * tl_workbook_find_person:
 * @self: a workbook
 * @id: a person's id
 *
 * Returns: (transfer none) (nullable): the person
 */
TlPerson *
tl_workbook_find_person (TlWorkbook *self,
                         const TlId *id)
{
  return (TlPerson *) tl_record_set_find (self->records, TL_TABLE_PERSON, id);
}
