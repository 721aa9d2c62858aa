/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-item-pane.h"

#include <glib/gi18n.h>

#include "tl-attachment-list.h"
#include "tl-edit-dialog.h"
#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-item-grounds.h"

struct _TlItemPane
{
  GtkWidget parent_instance;

  GtkWidget *bin;
  GtkLabel *title;
  GtkLabel *day;
  GtkLabel *text;
  GtkLabel *extract;
  GtkBox *grounds;
  GtkWidget *edit_button;
  TlAttachmentList *attachments;
  GtkDropTarget *drop_target;
};

G_DEFINE_FINAL_TYPE (TlItemPane, tl_item_pane, GTK_TYPE_WIDGET)

/* ── Dropping files ── */

static GdkDragAction
enter_cb (TlItemPane *self,
          double      x,
          double      y)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->attachments)) && tl_attachment_list_get_can_add (self->attachments)
         ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (TlItemPane   *self,
         const GValue *value,
         double        x,
         double        y)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (enter_cb (self, x, y) == 0 || !G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  tl_attachment_list_add (self->attachments, files);
  return TRUE;
}

/* ── What is known of an item ── */

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
add_ground (TlItemPane *self,
            const char *heading,
            const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (self->grounds, tl_ground_row_new (NULL, text, heading));
}

/* An action says where it stands in more words. */
static void
add_says (TlItemPane     *self,
          TlTimelineItem *item,
          const char     *kind)
{
  const char *says = tl_timeline_item_get_says (item);

  switch (tl_timeline_item_get_kind (item))
    {
    case TL_TIMELINE_KIND_EVIDENCE:
      add_ground (self, _("Kind"), kind);
      add_ground (self, _("Verdict"), says);
      break;
    case TL_TIMELINE_KIND_ACTION:
      add_ground (self, _("Purpose"), kind);
      break;
    default:
      add_ground (self, kind, says);
      break;
    }
}

static char *
say_days (TlTimelineItem *item)
{
  g_autofree char *from = tl_format_day_long (tl_timeline_item_get_date (item));
  g_autofree char *until = tl_format_day_long (tl_timeline_item_get_until (item));

  if (tl_timeline_item_get_date (item) == tl_timeline_item_get_until (item))
    return g_steal_pointer (&from);
  /* Translators: the first and the last day of something */
  return g_strdup_printf (_("%1$s to %2$s"), from, until);
}

static void
clear_grounds (TlItemPane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->grounds))) != NULL)
    gtk_box_remove (self->grounds, row);
}

static void
tl_item_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_ITEM_PANE);

  G_OBJECT_CLASS (tl_item_pane_parent_class)->dispose (object);
}

static void
tl_item_pane_class_init (TlItemPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_item_pane_dispose;

  g_type_ensure (TL_TYPE_ATTACHMENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/timeline/item-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, bin);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, title);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, day);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, text);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, extract);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, grounds);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, attachments);
  gtk_widget_class_bind_template_child (widget_class, TlItemPane, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline.close-item", NULL);
  gtk_widget_class_set_css_name (widget_class, "item-pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
tl_item_pane_init (TlItemPane *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About the chosen item"), -1);
}

/**
 * tl_item_pane_set_item:
 * @self: a pane
 * @workbook: the workbook
 * @item: (nullable): what is chosen
 *
 * Says everything that is known of an item.
 */
void
tl_item_pane_set_item (TlItemPane     *self,
                       TlWorkbook     *workbook,
                       TlTimelineItem *item)
{
  const TlEvidenceFacts *evidence = item != NULL ? tl_timeline_item_get_evidence (item) : NULL;
  g_autofree char *source = NULL, *kind = NULL, *place = NULL, *day = NULL, *quote = NULL;
  TlTable table = TL_NO_TABLE;

  g_return_if_fail (TL_IS_ITEM_PANE (self));

  clear_grounds (self);
  gtk_widget_set_visible (GTK_WIDGET (self->attachments), evidence != NULL);
  if (item == NULL)
    return;
  g_object_get (item, "source", &source, "kind", &kind, "place", &place, NULL);
  set_text (self->title, source);
  day = say_days (item);
  set_text (self->day, day);
  set_text (self->text, tl_timeline_item_get_text (item));
  if (evidence != NULL && evidence->extract != NULL)
    quote = g_strdup_printf (_("“%s”"), evidence->extract);
  set_text (self->extract, quote);
  tl_item_find_row (item, &table);
  gtk_widget_set_visible (self->edit_button, table != TL_NO_TABLE && tl_edit_dialog_has_form (table));
  add_says (self, item, kind);
  add_ground (self, _("Place"), place);
  tl_item_grounds_add (self->grounds, item, tl_workbook_get_as_at (workbook));
  if (evidence != NULL)
    tl_attachment_list_set_evidence (self->attachments, workbook, evidence);
}
