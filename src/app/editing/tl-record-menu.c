/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-menu.h"

#include <glib/gi18n.h>

#include "tl-action-rules.h"
#include "tl-action-words.h"
#include "tl-editing.h"
#include "tl-readings-dialog.h"

static const char * const actions[] = {
  "record.edit", "record.remove", "record.end", "record.done", "record.move", "record.reopen", "record.merge",
  "record.evidence", "record.observe", "record.reach", "record.readings", "record.step", NULL,
};

/**
 * tl_record_menu_get_actions:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all that can be done, each of which takes the key of a
 *   row
 */
const char * const *
tl_record_menu_get_actions (void)
{
  return actions;
}

static void
add (GMenu      *menu,
     const char *label,
     const char *action,
     const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", key);
  g_menu_append_item (menu, item);
}

static void
add_own (GMenu      *menu,
         TlTable     table,
         const char *key)
{
  switch ((int) table)
    {
    case TL_TABLE_ACTION:
      add (menu, _("_Done…"), "record.done", key);
      add (menu, _("_Move the Due Day…"), "record.move", key);
      add (menu, _("Add E_vidence…"), "record.evidence", key);
      add (menu, _("Re_open…"), "record.reopen", key);
      add (menu, _("Mer_ge into Another…"), "record.merge", key);
      break;
    case TL_TABLE_MEASURE:
      add (menu, _("_Type Readings…"), "record.readings", key);
      add (menu, _("Add a _Step Change…"), "record.step", key);
      break;
    case TL_TABLE_WARNING_SIGN:
      add (menu, _("Record That It Was _Observed…"), "record.observe", key);
      break;
    case TL_TABLE_LEARNING:
      add (menu, _("Add a _Place It Should Reach…"), "record.reach", key);
      break;
    default:
      break;
    }
}

/* What a button's menu is about. */
typedef struct
{
  TlTable table;
  char *key;
  gboolean edit;
} Row;

static void
row_free (Row *row)
{
  g_free (row->key);
  g_free (row);
}

static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  const Row *row = user_data;
  g_autoptr (GMenu) menu = NULL, first = NULL, own = NULL, last = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  menu = g_menu_new ();
  first = g_menu_new ();
  own = g_menu_new ();
  last = g_menu_new ();
  if (row->edit)
    add (first, _("_Edit…"), "record.edit", row->key);
  add_own (own, row->table, row->key);
  if (tl_editing_can_end (row->table))
    add (last, _("E_nd…"), "record.end", row->key);
  add (last, _("_Remove"), "record.remove", row->key);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * tl_record_menu_give:
 * @button: a button
 * @table: a table
 * @key: the key of one of its rows: its id in hexadecimal
 * @edit: whether it can be opened from there
 *
 * Gives a button the menu of a row. It is made when it is first opened: most never are, and GTK lets go of no section of a
 * menu that it has made (4.18).
 */
void
tl_record_menu_give (GtkMenuButton *button,
                     TlTable        table,
                     const char    *key,
                     gboolean       edit)
{
  Row *row;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (key != NULL);

  row = g_new (Row, 1);
  *row = (Row) { table, g_strdup (key), edit };
  gtk_menu_button_set_create_popup_func (button, create_menu, row, (GDestroyNotify) row_free);
  gtk_menu_button_set_popover (button, NULL);
}

/* What happened to an action is added, so that what was before stays known. */
static void
add_event (GtkWidget   *from,
           TlWorkbook  *workbook,
           const TlId  *row,
           TlEventKind  what)
{
  const TlActionJudgement *action = tl_action_words_find (workbook, row);

  tl_editing_new (from, workbook, TL_TABLE_ACTION_EVENT, "action", row, "what", what,
                  what == TL_EVENT_KIND_MOVED && action != NULL ? "from_date" : NULL,
                  action != NULL ? action->due : TL_NO_DAY, NULL);
}

static void
add_evidence (GtkWidget  *from,
              TlWorkbook *workbook,
              const TlId *row)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (workbook));
  const TlActionFacts *action = tl_snapshot_find (snapshot, TL_TABLE_ACTION, row);

  if (action == NULL)
    return;
  if (action->risk != NULL)
    tl_editing_new (from, workbook, TL_TABLE_EVIDENCE, "actions", row, "risks", &action->risk->base.id, NULL);
  else
    tl_editing_new (from, workbook, TL_TABLE_EVIDENCE, "actions", row, NULL);
}

/**
 * tl_record_menu_do:
 * @from: the widget that it was asked for from
 * @workbook: a workbook; nothing happens while it can't be edited
 * @table: a table
 * @row: the id of one of its rows
 * @action: what is to be done, as [func@Tl.record_menu_get_actions] has it
 *
 * Does what the menu of a row offers.
 */
void
tl_record_menu_do (GtkWidget  *from,
                   TlWorkbook *workbook,
                   TlTable     table,
                   const TlId *row,
                   const char *action)
{
  if (g_str_equal (action, "record.edit"))
    tl_editing_open (from, workbook, table, row);
  else if (g_str_equal (action, "record.remove"))
    tl_editing_remove (from, workbook, table, row);
  else if (g_str_equal (action, "record.end"))
    tl_editing_end (from, workbook, table, row);
  else if (g_str_equal (action, "record.done"))
    add_event (from, workbook, row, TL_EVENT_KIND_DONE);
  else if (g_str_equal (action, "record.move"))
    add_event (from, workbook, row, TL_EVENT_KIND_MOVED);
  else if (g_str_equal (action, "record.reopen"))
    add_event (from, workbook, row, TL_EVENT_KIND_REOPENED);
  else if (g_str_equal (action, "record.merge"))
    add_event (from, workbook, row, TL_EVENT_KIND_MERGED);
  else if (g_str_equal (action, "record.evidence"))
    add_evidence (from, workbook, row);
  else if (g_str_equal (action, "record.observe"))
    tl_editing_new (from, workbook, TL_TABLE_OBSERVED_SIGN, "sign", row, NULL);
  else if (g_str_equal (action, "record.readings"))
    tl_readings_dialog_present (from, workbook, row);
  else if (g_str_equal (action, "record.step"))
    tl_editing_new (from, workbook, TL_TABLE_STEP_CHANGE, "measure", row, NULL);
  else if (g_str_equal (action, "record.reach"))
    tl_editing_new (from, workbook, TL_TABLE_LEARNING_REACH, "learning", row, NULL);
}
