/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-list-box.h"

#include <glib/gi18n.h>

#include "tl-editing.h"
#include "tl-record-menu.h"
#include "tl-row-words.h"

/* As many as stand in sight; the others are a step away. */
#define FIRST_SHOWN 12
#define MORE_SHOWN 50
#define ID_KEY "tl-row-id"

struct _TlRecordListBox
{
  AdwBin parent_instance;

  GtkListBox *list;
  AdwButtonRow *add_row;
  AdwButtonRow *more_row;

  TlTable table;
  char *table_name;
  char *column;
  TlWorkbook *workbook;
  GSignalGroup *signals;
  TlId owner;
  guint n_rows;
  guint most_shown;
};

typedef enum
{
  PROP_TABLE = 1,
  PROP_COLUMN,
} TlRecordListBoxProperty;

static GParamSpec *properties[PROP_COLUMN + 1];

G_DEFINE_FINAL_TYPE (TlRecordListBox, tl_record_list_box, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────────── */

static const TlFactsList *
get_rows (TlRecordListBox *self)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
  const TlField *field = tl_layout_find_field (self->table, self->column);
  const guint8 *owner = tl_snapshot_find (snapshot, field->target, &self->owner);

  return owner != NULL ? (const TlFactsList *) (gconstpointer) (owner + field->back_offset) : NULL;
}

/* What is dated later than the day that is shown isn't there yet. */
static gboolean
is_known (TlRecordListBox *self,
          const TlFacts   *row)
{
  const TlField *field = tl_layout_find_field (self->table, "date");
  const TlDay *day = field != NULL ? (gconstpointer) ((const guint8 *) row + field->offset) : NULL;

  return day == NULL || *day == TL_NO_DAY
         || *day <= tl_assessment_get_as_at (tl_workbook_get_assessment (self->workbook));
}

static GPtrArray *
list_known (TlRecordListBox *self)
{
  const TlFactsList *rows = self->workbook != NULL && !tl_id_is_none (&self->owner) ? get_rows (self) : NULL;
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = rows != NULL ? rows->n : 0; i > 0; i--)
    if (is_known (self, rows->rows[i - 1]))
      g_ptr_array_add (known, (gpointer) rows->rows[i - 1]);
  return known;
}

static char *
get_key (const TlId *id)
{
  char hex[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (id, hex);
  return g_strdup (hex);
}

static void
add_row (TlRecordListBox *self,
         const TlFacts   *facts)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_menu_button_new ();
  g_autofree char *title = tl_row_words_title (self->table, facts), *detail = tl_row_words_detail (self->table, facts);
  g_autofree char *key = get_key (&facts->id), *tooltip = NULL;
  gboolean editable = tl_workbook_get_editable (self->workbook);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), editable);

  /* Translators: %s is what a row is called, such as an action's title */
  tooltip = g_strdup_printf (_("More for %s"), title);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  tl_record_menu_give (GTK_MENU_BUTTON (button), self->table, key, TRUE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, editable);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_steal_pointer (&key), g_free);
  gtk_list_box_insert (self->list, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->more_row)));
}

/* What was shown goes, but the two rows at the end. Returns: (transfer full) (nullable): the key of the row that had the
 * keyboard. */
static char *
clear (TlRecordListBox *self)
{
  GtkListBoxRow *row;
  char *focused = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != GTK_LIST_BOX_ROW (self->more_row))
    {
      if (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN)
        {
          g_free (focused);
          focused = g_strdup (g_object_get_data (G_OBJECT (row), ID_KEY));
        }
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  return focused;
}

static void
focus_again (TlRecordListBox *self,
             const char      *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != GTK_LIST_BOX_ROW (self->more_row); i++)
    {
      if (g_str_equal (g_object_get_data (G_OBJECT (row), ID_KEY), key))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return;
        }
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
say_more (TlRecordListBox *self)
{
  guint n = self->n_rows > self->most_shown ? self->n_rows - self->most_shown : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_row), n > 0);
}

static void
update (TlRecordListBox *self)
{
  g_autofree char *focused = clear (self);
  g_autoptr (GPtrArray) rows = list_known (self);

  self->n_rows = rows->len;
  for (guint i = 0; i < MIN (self->n_rows, self->most_shown); i++)
    add_row (self, g_ptr_array_index (rows, i));
  say_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self->add_row), self->workbook != NULL && tl_workbook_get_editable (self->workbook));
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_rows > 0 || gtk_widget_get_visible (GTK_WIDGET (self->add_row)));
  if (focused != NULL)
    focus_again (self, focused);
}

/* ── What can be done ─────────────────────────────────────────────────────── */

static void
row_activated_cb (TlRecordListBox *self,
                  GtkListBoxRow   *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), ID_KEY);

  if (row == GTK_LIST_BOX_ROW (self->add_row))
    gtk_widget_activate_action (GTK_WIDGET (self), "record.add", NULL);
  else if (row == GTK_LIST_BOX_ROW (self->more_row))
    {
      self->most_shown += MORE_SHOWN;
      update (self);
    }
  else if (key != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "record.edit", "s", key);
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlRecordListBox *self = TL_RECORD_LIST_BOX (widget);

  if (self->workbook != NULL)
    tl_editing_new (widget, self->workbook, self->table, self->column, &self->owner, NULL);
}

static void
do_cb (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlRecordListBox *self = TL_RECORD_LIST_BOX (widget);
  TlId id;

  if (self->workbook != NULL && tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    tl_record_menu_do (widget, self->workbook, self->table, &id, name);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
word (TlRecordListBox *self)
{
  g_autofree char *add = NULL;

  if (self->table_name == NULL)
    return;
  self->table = tl_layout_find_table (self->table_name);
  g_return_if_fail (self->table != TL_NO_TABLE);
  /* Translators: %s is a sort of thing, such as "action" */
  add = g_strdup_printf (_("Add %s…"), tl_row_words_noun (self->table));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(tl_layout_get (self->table)->sheet), -1);
}

static void
tl_record_list_box_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TlRecordListBox *self = TL_RECORD_LIST_BOX (object);

  switch ((TlRecordListBoxProperty) id)
    {
    case PROP_TABLE:
      g_value_set_string (value, self->table_name);
      break;
    case PROP_COLUMN:
      g_value_set_string (value, self->column);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_record_list_box_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TlRecordListBox *self = TL_RECORD_LIST_BOX (object);

  switch ((TlRecordListBoxProperty) id)
    {
    case PROP_TABLE:
      g_set_str (&self->table_name, g_value_get_string (value));
      word (self);
      break;
    case PROP_COLUMN:
      g_set_str (&self->column, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_record_list_box_dispose (GObject *object)
{
  TlRecordListBox *self = TL_RECORD_LIST_BOX (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workbook);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_RECORD_LIST_BOX);

  G_OBJECT_CLASS (tl_record_list_box_parent_class)->dispose (object);
}

static void
tl_record_list_box_finalize (GObject *object)
{
  TlRecordListBox *self = TL_RECORD_LIST_BOX (object);

  g_free (self->table_name);
  g_free (self->column);

  G_OBJECT_CLASS (tl_record_list_box_parent_class)->finalize (object);
}

static void
tl_record_list_box_class_init (TlRecordListBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_record_list_box_get_property;
  object_class->set_property = tl_record_list_box_set_property;
  object_class->dispose = tl_record_list_box_dispose;
  object_class->finalize = tl_record_list_box_finalize;

  /**
   * TlRecordListBox:table:
   *
   * The name of the table whose rows are shown, as in `action`.
   */
  properties[PROP_TABLE] = g_param_spec_string ("table", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlRecordListBox:column:
   *
   * The field by which they name what they hang on, as in `risk`.
   */
  properties[PROP_COLUMN] = g_param_spec_string ("column", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "record.add", NULL, add_cb);
  for (const char * const *action = tl_record_menu_get_actions (); *action != NULL; action++)
    gtk_widget_class_install_action (widget_class, *action, "s", do_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/record-list-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRecordListBox, list);
  gtk_widget_class_bind_template_child (widget_class, TlRecordListBox, add_row);
  gtk_widget_class_bind_template_child (widget_class, TlRecordListBox, more_row);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_record_list_box_init (TlRecordListBox *self)
{
  self->most_shown = FIRST_SHOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->signals, "notify::assessment", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::editable", G_CALLBACK (update), self);
}

/**
 * tl_record_list_box_set_owner:
 * @self: a list
 * @workbook: (nullable): a workbook
 * @owner: (nullable): the id of what its rows hang on
 *
 * Shows the rows that name something.
 */
void
tl_record_list_box_set_owner (TlRecordListBox *self,
                              TlWorkbook      *workbook,
                              const TlId      *owner)
{
  TlId none = { 0 };

  g_return_if_fail (TL_IS_RECORD_LIST_BOX (self));
  g_return_if_fail (workbook == NULL || tl_layout_find_field (self->table, self->column)->back_offset != 0);

  if (owner == NULL || !tl_id_equal (&self->owner, owner))
    self->most_shown = FIRST_SHOWN;
  g_set_object (&self->workbook, workbook);
  g_signal_group_set_target (self->signals, workbook);
  self->owner = owner != NULL ? *owner : none;
  update (self);
}
