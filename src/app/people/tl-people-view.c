/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-people-view.h"

#include <glib/gi18n.h>

#include "tl-editing.h"
#include "tl-focus-lead.h"
#include "tl-people-list.h"
#include "tl-people-row.h"
#include "tl-record-menu.h"

struct _TlPeopleView
{
  TlView parent_instance;

  AdwToggleGroup *tables;
  GtkSearchEntry *search_entry;
  GtkButton *add_button;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  GtkListView *list;
  GListStore *items;

  /* What gets the keyboard as soon as it is listed. */
  TlId wanted;
};

G_DEFINE_FINAL_TYPE (TlPeopleView, tl_people_view, TL_TYPE_VIEW)

static TlTable
get_table (TlPeopleView *self)
{
  return tl_layout_find_table (adw_toggle_group_get_active_name (self->tables));
}

static void
word (TlPeopleView *self)
{
  gtk_search_entry_set_placeholder_text (self->search_entry,
                                         get_table (self) == TL_TABLE_PERSON ? _("Name, role or risk") : _("Name"));
  switch ((int) get_table (self))
    {
    case TL_TABLE_PLACE:
      gtk_button_set_label (self->add_button, _("Add _Place…"));
      adw_status_page_set_title (self->empty_page, _("No Places Yet"));
      adw_status_page_set_description (self->empty_page, _("Where care happens: locations, their teams, and shifts and staff "
                                                           "groups across them. Measures are compared by them."));
      break;
    case TL_TABLE_FORUM:
      gtk_button_set_label (self->add_button, _("Add _Forum…"));
      adw_status_page_set_title (self->empty_page, _("No Forums Yet"));
      adw_status_page_set_description (self->empty_page, _("The meetings where risks are looked at, such as a quality meeting "
                                                           "or the provider’s board."));
      break;
    default:
      gtk_button_set_label (self->add_button, _("Add _Person…"));
      adw_status_page_set_title (self->empty_page, _("No People Yet"));
      adw_status_page_set_description (self->empty_page, _("The people who answer for risks, support them or do actions. Never "
                                                           "people who receive care."));
      break;
    }
}

static void
go_to_wanted (TlPeopleView *self)
{
  TlId none = { 0 };

  for (guint i = 0; !tl_id_is_none (&self->wanted) && i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TlPeopleItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!tl_id_equal (tl_people_item_get_id (item), &self->wanted))
        continue;
      self->wanted = none;
      gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
}

static void
update (TlPeopleView *self)
{
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const char *shown = "list";

  if (get_table (self) == TL_NO_TABLE)
    return;
  tl_people_list_fill (self->items, workbook, get_table (self), search);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    shown = *search != '\0' ? "none" : "empty";
  gtk_stack_set_visible_child_name (self->stack, shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add", workbook != NULL && tl_workbook_get_editable (workbook));
  go_to_wanted (self);
}

static void
table_cb (TlPeopleView *self)
{
  word (self);
  g_list_store_remove_all (self->items);
  update (self);
}

static void
search_cb (TlPeopleView *self)
{
  update (self);
}

static void
stop_search_cb (TlPeopleView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
activate_cb (TlPeopleView *self,
             guint         position)
{
  g_autoptr (TlPeopleItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  tl_editing_open (GTK_WIDGET (self), tl_view_get_workbook (TL_VIEW (self)), tl_people_item_get_table (item),
                   tl_people_item_get_id (item));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.add", NULL);
}

static void
all_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
do_cb (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  TlWorkbook *workbook = tl_view_get_workbook (TL_VIEW (self));
  TlId id;

  if (workbook != NULL && tl_id_from_hex (g_variant_get_string (parameter, NULL), &id))
    tl_record_menu_do (widget, workbook, get_table (self), &id, name);
}

static void
tl_people_view_assessment_changed (TlView *view)
{
  update (TL_PEOPLE_VIEW (view));
}

static gboolean
tl_people_view_grab_focus (GtkWidget *widget)
{
  return tl_focus_lead (widget, GTK_WIDGET (TL_PEOPLE_VIEW (widget)->search_entry));
}

static void
tl_people_view_dispose (GObject *object)
{
  /* The bin must let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PEOPLE_VIEW);

  G_OBJECT_CLASS (tl_people_view_parent_class)->dispose (object);
}

static void
tl_people_view_class_init (TlPeopleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_people_view_dispose;
  TL_VIEW_CLASS (klass)->assessment_changed = tl_people_view_assessment_changed;
  widget_class->grab_focus = tl_people_view_grab_focus;

  g_type_ensure (TL_TYPE_PEOPLE_ITEM);
  g_type_ensure (TL_TYPE_PEOPLE_ROW);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "people.all", NULL, all_cb);
  for (const char * const *action = tl_record_menu_get_actions (); *action != NULL; action++)
    gtk_widget_class_install_action (widget_class, *action, "s", do_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/people/people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, tables);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, list);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, items);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tl_people_view_init (TlPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  word (self);
}

/**
 * tl_people_view_get_table:
 * @self: a view
 *
 * Returns: what is listed: people, places or forums
 */
TlTable
tl_people_view_get_table (TlPeopleView *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_VIEW (self), TL_NO_TABLE);

  return get_table (self);
}

/**
 * tl_people_view_go_to:
 * @self: a view
 * @row: the id of a row of what is listed
 *
 * Gives the row the keyboard, once it is listed; a search that might hide it ends.
 */
void
tl_people_view_go_to (TlPeopleView *self,
                      const TlId   *row)
{
  g_return_if_fail (TL_IS_PEOPLE_VIEW (self));
  g_return_if_fail (row != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  self->wanted = *row;
  go_to_wanted (self);
}
