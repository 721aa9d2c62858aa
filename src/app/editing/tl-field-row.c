/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-field-row.h"

#include <glib/gi18n.h>

#include "tl-focus-lead.h"
#include "tl-privacy-note.h"
#include "tl-problem-mark.h"

typedef struct
{
  GtkLabel *title_label;
  AdwBin *bin;
  GtkLabel *hint_label;
  TlPrivacyNote *privacy_note;
  GtkLabel *problem_label;

  char *column;
  char *title;
  char *hint;
  char *when;
  GtkWidget *control;
  TlDraft *draft;
  GSignalGroup *signals;
} TlFieldRowPrivate;

typedef enum
{
  PROP_FIELD = 1,
  PROP_TITLE,
  PROP_HINT,
  PROP_WHEN,
  PROP_CONTENT,
} TlFieldRowProperty;

static GParamSpec *properties[PROP_CONTENT + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlFieldRow, tl_field_row, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((TlFieldRowPrivate *) tl_field_row_get_instance_private (self))

/* ── What is shown ────────────────────────────────────────────────────────── */

static void
update_title (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = PRIVATE (self);
  const TlField *field = tl_field_row_get_field (self);
  const char *title = priv->title != NULL ? priv->title : field != NULL ? _(field->heading) : "";

  gtk_label_set_label (priv->title_label, title);
  if (priv->control == NULL)
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_RELATION_LABELLED_BY, priv->title_label,
                                  NULL, -1);
  if (field != NULL && field->flags & TL_FIELD_REQUIRED && GTK_IS_TEXT (priv->control))
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
}

static void
update_hint (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = PRIVATE (self);

  gtk_label_set_label (priv->hint_label, priv->hint != NULL ? priv->hint : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->hint_label), priv->hint != NULL && *priv->hint != '\0');
  if (priv->control != NULL && priv->hint != NULL && *priv->hint != '\0')
    gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    priv->hint_label, NULL, -1);
}

/* "what: moved, merged": only while that field says one of these words. */
static void
update_visible (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = PRIVATE (self);
  g_auto (GStrv) parts = NULL, words = NULL;
  gboolean visible = FALSE;

  if (priv->when == NULL || priv->draft == NULL)
    return;
  parts = g_strsplit (priv->when, ":", 2);
  words = g_strsplit (parts[1] != NULL ? parts[1] : "", ",", -1);
  for (guint i = 0; words[i] != NULL && !visible; i++)
    visible = g_str_equal (g_strstrip (words[i]), tl_draft_get_text (priv->draft, g_strstrip (parts[0])));
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}

static void
changed_cb (TlFieldRow *self,
            const char *column)
{
  if (g_strcmp0 (column, PRIVATE (self)->column) == 0)
    {
      tl_field_row_set_problem (self, NULL);
      TL_FIELD_ROW_GET_CLASS (self)->show (self);
    }
  update_visible (self);
}

/* A click beside what it is edited with is meant for it; one within it has put the cursor where it should be. */
static void
pressed_cb (TlFieldRow *self)
{
  if (!(gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static gboolean
tl_field_row_grab_focus (GtkWidget *widget)
{
  TlFieldRowPrivate *priv = PRIVATE (TL_FIELD_ROW (widget));

  return priv->control != NULL && tl_focus_lead (widget, priv->control);
}

static void
tl_field_row_real_show (TlFieldRow *self)
{
}

static void
tl_field_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlFieldRowPrivate *priv = PRIVATE (TL_FIELD_ROW (object));

  switch ((TlFieldRowProperty) id)
    {
    case PROP_FIELD:
      g_value_set_string (value, priv->column);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint);
      break;
    case PROP_WHEN:
      g_value_set_string (value, priv->when);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_field_row_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlFieldRow *self = TL_FIELD_ROW (object);
  TlFieldRowPrivate *priv = PRIVATE (self);

  switch ((TlFieldRowProperty) id)
    {
    case PROP_FIELD:
      g_set_str (&priv->column, g_value_get_string (value));
      break;
    case PROP_TITLE:
      g_set_str (&priv->title, g_value_get_string (value));
      update_title (self);
      break;
    case PROP_HINT:
      g_set_str (&priv->hint, g_value_get_string (value));
      update_hint (self);
      break;
    case PROP_WHEN:
      g_set_str (&priv->when, g_value_get_string (value));
      break;
    case PROP_CONTENT:
      adw_bin_set_child (priv->bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_field_row_dispose (GObject *object)
{
  TlFieldRowPrivate *priv = PRIVATE (TL_FIELD_ROW (object));

  g_clear_object (&priv->signals);
  g_clear_object (&priv->draft);
  priv->control = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FIELD_ROW);

  G_OBJECT_CLASS (tl_field_row_parent_class)->dispose (object);
}

static void
tl_field_row_finalize (GObject *object)
{
  TlFieldRowPrivate *priv = PRIVATE (TL_FIELD_ROW (object));

  g_clear_pointer (&priv->column, g_free);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->hint, g_free);
  g_clear_pointer (&priv->when, g_free);

  G_OBJECT_CLASS (tl_field_row_parent_class)->finalize (object);
}

static void
tl_field_row_class_init (TlFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_field_row_get_property;
  object_class->set_property = tl_field_row_set_property;
  object_class->dispose = tl_field_row_dispose;
  object_class->finalize = tl_field_row_finalize;
  widget_class->grab_focus = tl_field_row_grab_focus;
  klass->show = tl_field_row_real_show;

  /**
   * TlFieldRow:field:
   *
   * The field's name, as in `title`.
   */
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlFieldRow:title:
   *
   * What it is called; the field's heading where nothing else is said.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlFieldRow:hint:
   *
   * What is meant by it, if that needs saying.
   */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlFieldRow:when:
   *
   * Another field and the words with which this one is shown, as in `what: moved, merged`; always when it is %NULL.
   */
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * TlFieldRow:content:
   *
   * What it is edited with.
   */
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_PRIVACY_NOTE);
  gtk_widget_class_set_css_name (widget_class, "field-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/editing/field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldRow, bin);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldRow, hint_label);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldRow, privacy_note);
  gtk_widget_class_bind_template_child_private (widget_class, TlFieldRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
tl_field_row_init (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = PRIVATE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  priv->signals = g_signal_group_new (TL_TYPE_DRAFT);
  g_signal_group_connect_swapped (priv->signals, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * tl_field_row_get_column:
 * @self: a row
 *
 * Returns: (transfer none): its field's name
 */
const char *
tl_field_row_get_column (TlFieldRow *self)
{
  return PRIVATE (self)->column;
}

/**
 * tl_field_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its field, %NULL before it has a draft
 */
const TlField *
tl_field_row_get_field (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = PRIVATE (self);

  if (priv->draft == NULL || priv->column == NULL)
    return NULL;
  return tl_layout_find_field (tl_draft_get_table (priv->draft), priv->column);
}

/**
 * tl_field_row_get_draft:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the draft that it edits
 */
TlDraft *
tl_field_row_get_draft (TlFieldRow *self)
{
  return PRIVATE (self)->draft;
}

/**
 * tl_field_row_set_draft:
 * @self: a row
 * @draft: the draft that it edits
 *
 * Begins to edit a field of a draft.
 */
void
tl_field_row_set_draft (TlFieldRow *self,
                        TlDraft    *draft)
{
  TlFieldRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (TL_IS_FIELD_ROW (self));
  g_return_if_fail (TL_IS_DRAFT (draft));
  g_return_if_fail (priv->column != NULL && tl_layout_find_field (tl_draft_get_table (draft), priv->column) != NULL);

  g_set_object (&priv->draft, draft);
  g_signal_group_set_target (priv->signals, draft);
  update_title (self);
  update_visible (self);
  TL_FIELD_ROW_GET_CLASS (self)->show (self);
}

/**
 * tl_field_row_is_needed:
 * @self: a row with a draft
 *
 * Returns: whether its field must have a value
 */
gboolean
tl_field_row_is_needed (TlFieldRow *self)
{
  const TlField *field = tl_field_row_get_field (self);

  return field != NULL && (field->flags & TL_FIELD_REQUIRED) != 0;
}

/**
 * tl_field_row_get_problem:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is said to be wrong
 */
const char *
tl_field_row_get_problem (TlFieldRow *self)
{
  TlFieldRowPrivate *priv = PRIVATE (self);

  return gtk_widget_get_visible (GTK_WIDGET (priv->problem_label)) ? gtk_label_get_label (priv->problem_label) : NULL;
}

/**
 * tl_field_row_set_problem:
 * @self: a row
 * @problem: (nullable): what is wrong, %NULL for nothing
 *
 * Marks the field. Typing on takes the mark away.
 */
void
tl_field_row_set_problem (TlFieldRow *self,
                          const char *problem)
{
  TlFieldRowPrivate *priv = PRIVATE (self);

  tl_problem_mark (GTK_WIDGET (self), priv->control, priv->problem_label, problem);
}

/**
 * tl_field_row_set_control:
 * @self: a row
 * @control: the widget within it that has the keyboard while it is edited
 *
 * Gives the control the row's title as its name.
 */
void
tl_field_row_set_control (TlFieldRow *self,
                          GtkWidget  *control)
{
  PRIVATE (self)->control = control;
  if (GTK_IS_EDITABLE (control) || GTK_IS_TEXT_VIEW (control))
    tl_privacy_note_set_field (PRIVATE (self)->privacy_note, control);
  update_title (self);
  update_hint (self);
}

/**
 * tl_field_row_set_editable:
 * @self: a row
 * @editable: whether what it shows may be changed
 *
 * Lets it be changed, or only be read.
 */
void
tl_field_row_set_editable (TlFieldRow *self,
                           gboolean    editable)
{
  GtkWidget *control = PRIVATE (self)->control;

  g_return_if_fail (TL_IS_FIELD_ROW (self));

  /* A long text can still be gone through and copied. */
  if (GTK_IS_TEXT_VIEW (control))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (control), editable);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self), editable);
}
