/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-conflicts-dialog.h"

#include <glib/gi18n.h>

#include "tl-conflict-row.h"
#include "tl-conflict-value-dialog.h"
#include "tl-workbook-conflicts.h"
#include "tl-workbook-undo.h"

struct _TlConflictsDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwWrapBox *people;
  GtkListView *list_view;
  GtkNoSelection *selection;

  TlWorkbook *workbook;
};

typedef enum
{
  PROP_EDITABLE = 1,
} TlConflictsDialogProperty;

static GParamSpec *properties[PROP_EDITABLE + 1];

G_DEFINE_FINAL_TYPE (TlConflictsDialog, tl_conflicts_dialog, ADW_TYPE_DIALOG)

/* ── Settling ─────────────────────────────────────────────────────────────── */

typedef struct
{
  TlConflictsDialog *dialog;
  TlConflictItem *item;
  /* What is said when it is settled. */
  char *said;
} Settling;

static Settling *
settling_new (TlConflictsDialog *self,
              TlConflictItem    *item,
              char              *said)
{
  Settling *settling = g_new0 (Settling, 1);

  settling->dialog = g_object_ref (self);
  g_set_object (&settling->item, item);
  settling->said = said;
  return settling;
}

static void
settling_free (Settling *settling)
{
  g_object_unref (settling->dialog);
  g_clear_object (&settling->item);
  g_free (settling->said);
  g_free (settling);
}

static void
say (TlConflictsDialog *self,
     const char        *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlConflictsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    say (self, error->message);
}

static void
undo_clicked_cb (AdwToast          *toast,
                 TlConflictsDialog *self)
{
  tl_workbook_undo_async (self->workbook, NULL, undone_cb, g_object_ref (self));
}

static TlConflictRow *
find_row (GtkWidget      *widget,
          TlConflictItem *item)
{
  if (TL_IS_CONFLICT_ROW (widget) && tl_conflict_row_get_item (TL_CONFLICT_ROW (widget)) == item)
    return TL_CONFLICT_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      TlConflictRow *row = find_row (child, item);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* What was wrong is said at what it was wrong with. */
static void
say_refusal (TlConflictsDialog *self,
             TlConflictItem    *item,
             const char        *message)
{
  TlConflictRow *row = item != NULL ? find_row (GTK_WIDGET (self->list_view), item) : NULL;

  if (row != NULL)
    tl_conflict_row_set_problem (row, message);
  else
    say (self, message);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Settling *settling = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    {
      AdwToast *toast = adw_toast_new (settling->said);

      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_set_timeout (toast, 8);
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), settling->dialog,
                               G_CONNECT_DEFAULT);
      adw_toast_overlay_add_toast (settling->dialog->toasts, toast);
    }
  else
    say_refusal (settling->dialog, settling->item, error->message);
  settling_free (settling);
}

static void
settle (TlConflictsDialog *self,
        TlConflictItem    *item,
        const TlValue     *value)
{
  /* Translators: the field of a row, such as "Title of R1" */
  char *said = g_strdup_printf (_("Settled: %s"), tl_conflict_item_get_conflict (item)->place);

  tl_workbook_settle_async (self->workbook, item, value, NULL, settled_cb, settling_new (self, item, said));
}

static void
take_side_cb (TlConflictsDialog *self,
              guint              side,
              TlConflictRow     *row)
{
  TlConflictItem *item = tl_conflict_row_get_item (row);

  tl_conflict_row_set_problem (row, NULL);
  settle (self, item, &tl_conflict_item_get_conflict (item)->sides[side].value);
}

static void
value_chosen_cb (TlConflictsDialog     *self,
                 const TlValue         *value,
                 TlConflictValueDialog *dialog)
{
  settle (self, tl_conflict_value_dialog_get_item (dialog), value);
}

static void
take_other_cb (TlConflictsDialog *self,
               TlConflictRow     *row)
{
  TlConflictValueDialog *dialog = tl_conflict_value_dialog_new (tl_conflict_row_get_item (row));

  tl_conflict_row_set_problem (row, NULL);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (value_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
person_clicked_cb (GtkButton         *button,
                   TlConflictsDialog *self)
{
  const TlConflictPerson *person = g_object_get_data (G_OBJECT (button), "person");
  /* Translators: a person's name */
  char *said = g_strdup_printf (_("Settled as %s had it"), person->name);

  tl_workbook_settle_for_async (self->workbook, &person->id, NULL, settled_cb, settling_new (self, NULL, said));
}

/* ── What it shows ────────────────────────────────────────────────────────── */

static void
show_people (TlConflictsDialog *self)
{
  g_autoptr (GPtrArray) people = tl_workbook_list_conflict_people (self->workbook);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->people))) != NULL)
    adw_wrap_box_remove (self->people, child);
  g_ptr_array_set_free_func (people, NULL);
  for (guint i = 0; i < people->len; i++)
    {
      TlConflictPerson *person = people->pdata[i];
      /* Translators: a person's name, and how many things they have set */
      g_autofree char *label = g_strdup_printf (_("Take All of %1$s’s (%2$u)"), person->name, person->n_conflicts);
      GtkWidget *button = gtk_button_new_with_label (label);

      g_object_set_data_full (G_OBJECT (button), "person", person, (GDestroyNotify) tl_conflict_person_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (person_clicked_cb), self, G_CONNECT_DEFAULT);
      gtk_widget_set_sensitive (button, tl_workbook_get_editable (self->workbook));
      adw_wrap_box_append (self->people, button);
    }
}

static void
update (TlConflictsDialog *self)
{
  guint n = tl_workbook_get_n_conflicts (self->workbook);
  g_autofree char *left =
    g_strdup_printf (ngettext ("%u thing to settle", "%u things to settle", n), n);

  adw_window_title_set_subtitle (self->window_title, n > 0 ? left : "");
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "settled");
  show_people (self);
}

static void
editable_cb (TlConflictsDialog *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
  show_people (self);
}

static void
setup_cb (TlConflictsDialog *self,
          GtkListItem       *list_item)
{
  GtkWidget *row = tl_conflict_row_new ();

  g_object_bind_property (self, "editable", row, "editable", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "take-side", G_CALLBACK (take_side_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "take-other", G_CALLBACK (take_other_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  /* What can be reached is within. */
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (TlConflictsDialog *self,
         GtkListItem       *list_item)
{
  TlConflictItem *item = gtk_list_item_get_item (list_item);

  tl_conflict_row_set_item (TL_CONFLICT_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, tl_conflict_item_get_conflict (item)->sentence);
}

static void
unbind_cb (TlConflictsDialog *self,
           GtkListItem       *list_item)
{
  tl_conflict_row_set_item (TL_CONFLICT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_conflicts_dialog_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlConflictsDialog *self = TL_CONFLICTS_DIALOG (object);

  switch ((TlConflictsDialogProperty) id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->workbook != NULL && tl_workbook_get_editable (self->workbook));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_conflicts_dialog_dispose (GObject *object)
{
  g_clear_object (&TL_CONFLICTS_DIALOG (object)->workbook);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_CONFLICTS_DIALOG);

  G_OBJECT_CLASS (tl_conflicts_dialog_parent_class)->dispose (object);
}

static void
tl_conflicts_dialog_class_init (TlConflictsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_conflicts_dialog_get_property;
  object_class->dispose = tl_conflicts_dialog_dispose;

  /**
   * TlConflictsDialog:editable:
   *
   * Whether anything can be settled now.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/throughline/Throughline/conflicts/conflicts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlConflictsDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlConflictsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlConflictsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlConflictsDialog, people);
  gtk_widget_class_bind_template_child (widget_class, TlConflictsDialog, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlConflictsDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
tl_conflicts_dialog_init (TlConflictsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_conflicts_dialog_new:
 * @workbook: a workbook
 *
 * Returns: (transfer floating): a dialog that shows what is in conflict in it
 */
TlConflictsDialog *
tl_conflicts_dialog_new (TlWorkbook *workbook)
{
  TlConflictsDialog *self = g_object_new (TL_TYPE_CONFLICTS_DIALOG, NULL);

  self->workbook = g_object_ref (workbook);
  gtk_no_selection_set_model (self->selection, tl_workbook_get_conflicts (workbook));
  g_signal_connect_object (tl_workbook_get_conflicts (workbook), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "notify::editable", G_CALLBACK (editable_cb), self, G_CONNECT_SWAPPED);
  update (self);
  editable_cb (self);
  return self;
}
