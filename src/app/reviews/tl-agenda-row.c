/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-agenda-row.h"

#include <glib/gi18n.h>

struct _TlAgendaRow
{
  GtkListBoxRow parent_instance;

  GtkImage *mark;
  GtkLabel *title_label;
  GtkLabel *caption_label;

  TlAgendaItemKind kind;
  TlId risk;
  char *title;
  char *short_title;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (TlAgendaRow, tl_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
tl_agenda_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (tl_agenda_row_parent_class)->dispose (object);
}

static void
tl_agenda_row_finalize (GObject *object)
{
  g_free (TL_AGENDA_ROW (object)->title);
  g_free (TL_AGENDA_ROW (object)->short_title);

  G_OBJECT_CLASS (tl_agenda_row_parent_class)->finalize (object);
}

static void
tl_agenda_row_class_init (TlAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_agenda_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_agenda_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/reviews/agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAgendaRow, mark);
  gtk_widget_class_bind_template_child (widget_class, TlAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TlAgendaRow, caption_label);
}

static void
tl_agenda_row_init (TlAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_agenda_row_new:
 * @kind: what stands there
 * @risk: (nullable): the risk, of a risk
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_agenda_row_new (TlAgendaItemKind  kind,
                   const TlId       *risk)
{
  TlAgendaRow *self = g_object_new (TL_TYPE_AGENDA_ROW, NULL);

  self->kind = kind;
  if (risk != NULL)
    self->risk = *risk;
  return GTK_WIDGET (self);
}

/**
 * tl_agenda_row_show:
 * @self: a row
 * @title: what it is
 * @short_title: the same in a word, as in "R2"
 * @caption: (nullable): what came of it, or why it is there
 * @done: whether it was looked at
 *
 * Says what it is and where it stands.
 */
void
tl_agenda_row_show (TlAgendaRow *self,
                    const char  *title,
                    const char  *short_title,
                    const char  *caption,
                    gboolean     done)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TL_IS_AGENDA_ROW (self));

  g_set_str (&self->title, title);
  g_set_str (&self->short_title, short_title);
  self->done = done;
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->caption_label, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption_label), caption != NULL && *caption != '\0');
  gtk_image_set_from_icon_name (self->mark, done ? "object-select-symbolic" : NULL);
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), "done");
  /* Translators: an item of an agenda, whether it was looked at, and what came of it */
  name = g_strdup_printf (_("%1$s, %2$s. %3$s"), title, done ? _("looked at") : _("not looked at yet"),
                          caption != NULL ? caption : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_agenda_row_get_kind:
 * @self: a row
 *
 * Returns: what stands there
 */
TlAgendaItemKind
tl_agenda_row_get_kind (TlAgendaRow *self)
{
  return self->kind;
}

/**
 * tl_agenda_row_get_risk:
 * @self: a row of a risk
 *
 * Returns: (transfer none): the risk
 */
const TlId *
tl_agenda_row_get_risk (TlAgendaRow *self)
{
  return &self->risk;
}

/**
 * tl_agenda_row_get_title:
 * @self: a row
 *
 * Returns: what it is
 */
const char *
tl_agenda_row_get_title (TlAgendaRow *self)
{
  return self->title;
}

/**
 * tl_agenda_row_get_short_title:
 * @self: a row
 *
 * Returns: the same in a word
 */
const char *
tl_agenda_row_get_short_title (TlAgendaRow *self)
{
  return self->short_title;
}

/**
 * tl_agenda_row_is_done:
 * @self: a row
 *
 * Returns: whether it was looked at
 */
gboolean
tl_agenda_row_is_done (TlAgendaRow *self)
{
  return self->done;
}
