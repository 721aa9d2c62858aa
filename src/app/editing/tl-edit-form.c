/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-edit-form.h"

#include "tl-field-row.h"
#include "tl-record-list-box.h"

struct _TlEditForm
{
  GtkBox parent_instance;

  char *title;
  char *new_title;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_NEW_TITLE,
} TlEditFormProperty;

static GParamSpec *properties[PROP_NEW_TITLE + 1];

G_DEFINE_FINAL_TYPE (TlEditForm, tl_edit_form, GTK_TYPE_BOX)

static void
tl_edit_form_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlEditForm *self = TL_EDIT_FORM (object);

  switch ((TlEditFormProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NEW_TITLE:
      g_value_set_string (value, self->new_title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_edit_form_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlEditForm *self = TL_EDIT_FORM (object);

  switch ((TlEditFormProperty) id)
    {
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_NEW_TITLE:
      g_set_str (&self->new_title, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_edit_form_finalize (GObject *object)
{
  TlEditForm *self = TL_EDIT_FORM (object);

  g_free (self->title);
  g_free (self->new_title);

  G_OBJECT_CLASS (tl_edit_form_parent_class)->finalize (object);
}

static void
tl_edit_form_class_init (TlEditFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_edit_form_get_property;
  object_class->set_property = tl_edit_form_set_property;
  object_class->finalize = tl_edit_form_finalize;

  /**
   * TlEditForm:title:
   *
   * What the dialog is called while a row is edited.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlEditForm:new-title:
   *
   * What the dialog is called while a row is added.
   */
  properties[PROP_NEW_TITLE] = g_param_spec_string ("new-title", NULL, NULL, NULL,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_edit_form_init (TlEditForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * tl_edit_form_get_title:
 * @self: a form
 * @is_new: whether a row is added
 *
 * Returns: (transfer none): what the dialog is called
 */
const char *
tl_edit_form_get_title (TlEditForm *self,
                        gboolean    is_new)
{
  return is_new ? self->new_title : self->title;
}

static void
add_widgets (GtkWidget *widget,
             GType      type,
             GPtrArray *widgets)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_ptr_array_add (widgets, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_widgets (child, type, widgets);
}

/**
 * tl_edit_form_list_rows:
 * @self: a form
 *
 * Returns: (transfer full) (element-type TlFieldRow): its fields as they stand, those not shown too
 */
GPtrArray *
tl_edit_form_list_rows (TlEditForm *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_widgets (GTK_WIDGET (self), TL_TYPE_FIELD_ROW, rows);
  return rows;
}

/**
 * tl_edit_form_set_draft:
 * @self: a form
 * @draft: what is edited
 *
 * Shows a draft: in the fields what they say, and in lists what hangs on the row, which is edited by itself; of a new row
 * nothing does yet.
 */
void
tl_edit_form_set_draft (TlEditForm *self,
                        TlDraft    *draft)
{
  g_autoptr (GPtrArray) rows = tl_edit_form_list_rows (self), lists = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    tl_field_row_set_draft (g_ptr_array_index (rows, i), draft);
  add_widgets (GTK_WIDGET (self), TL_TYPE_RECORD_LIST_BOX, lists);
  for (guint i = 0; i < lists->len; i++)
    {
      GtkWidget *list = g_ptr_array_index (lists, i);

      if (tl_draft_is_new (draft))
        gtk_widget_set_visible (gtk_widget_get_parent (list), FALSE);
      else
        tl_record_list_box_set_owner (TL_RECORD_LIST_BOX (list), tl_draft_get_workbook (draft), tl_draft_get_id (draft));
    }
}
