/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-key-row.h"

#include <glib/gi18n.h>

#include "tl-announcement.h"
#include "tl-locale.h"
#include "tl-workbook-commands.h"

struct _TlKeyRow
{
  AdwEntryRow parent_instance;

  char *key;
  char *standard;
  TlWorkbook *workbook;
  GSignalGroup *signals;
  /* What the workbook had when it was last shown here, to tell what somebody typed from what was so. */
  char *shown;
};

typedef enum
{
  PROP_KEY = 1,
  PROP_STANDARD,
} TlKeyRowProperty;

typedef enum
{
  SIGNAL_ANSWERED,
} TlKeyRowSignal;

static GParamSpec *properties[PROP_STANDARD + 1];
static guint signals[SIGNAL_ANSWERED + 1];

G_DEFINE_FINAL_TYPE (TlKeyRow, tl_key_row, ADW_TYPE_ENTRY_ROW)

/* Decimals are written and read as where the reader lives; what is kept never is. */
static gboolean
is_number (TlKeyRow *self)
{
  return adw_entry_row_get_input_purpose (ADW_ENTRY_ROW (self)) == GTK_INPUT_PURPOSE_NUMBER;
}

static char *
dup_value (TlKeyRow *self)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (tl_workbook_get_assessment (self->workbook));
  const char *value = tl_snapshot_get_key (snapshot, self->key);

  if (value == NULL)
    value = self->standard != NULL ? self->standard : "";
  return is_number (self) ? tl_locale_write_number (value, FALSE) : g_strdup (value);
}

static const char *
get_text (TlKeyRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

static char *
dup_typed (TlKeyRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  return is_number (self) ? tl_locale_read_number (text) : g_steal_pointer (&text);
}

/* Whether it can be is said while it is typed. */
static void
changed_cb (TlKeyRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = dup_typed (self);
  gboolean good = self->workbook == NULL || g_strcmp0 (get_text (self), self->shown) == 0
                  || tl_workbook_check_key (self->workbook, self->key, typed, &error);

  if (!good && !gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    tl_announce_problem (GTK_WIDGET (self), error->message);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), good ? NULL : error->message);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/* What somebody has begun to type stays. */
static void
show_value (TlKeyRow *self)
{
  gboolean typing = self->shown != NULL && g_strcmp0 (get_text (self), self->shown) != 0;
  g_autofree char *value = NULL;

  if (self->workbook == NULL)
    return;
  value = dup_value (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), tl_workbook_get_editable (self->workbook));
  if (!g_set_str (&self->shown, value) || (typing && g_strcmp0 (get_text (self), value) != 0))
    return;
  /* The button that applies it is for what somebody typed. */
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self), value);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  changed_cb (self);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (TlKeyRow) self = user_data;
  g_autoptr (GError) error = NULL;

  tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, error != NULL ? error->message : NULL);
}

static void
apply_cb (TlKeyRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self))), *typed = dup_typed (self);

  if (self->workbook == NULL || g_strcmp0 (text, self->shown) == 0)
    return;
  tl_workbook_set_key_async (self->workbook, self->key, typed, NULL, set_cb, g_object_ref (self));
}

static void
tl_key_row_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TlKeyRow *self = TL_KEY_ROW (object);

  switch ((TlKeyRowProperty) id)
    {
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_STANDARD:
      g_value_set_string (value, self->standard);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_key_row_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TlKeyRow *self = TL_KEY_ROW (object);

  switch ((TlKeyRowProperty) id)
    {
    case PROP_KEY:
      if (g_set_str (&self->key, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_STANDARD:
      if (g_set_str (&self->standard, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_key_row_dispose (GObject *object)
{
  TlKeyRow *self = TL_KEY_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workbook);

  G_OBJECT_CLASS (tl_key_row_parent_class)->dispose (object);
}

static void
tl_key_row_finalize (GObject *object)
{
  TlKeyRow *self = TL_KEY_ROW (object);

  g_free (self->key);
  g_free (self->standard);
  g_free (self->shown);

  G_OBJECT_CLASS (tl_key_row_parent_class)->finalize (object);
}

static void
tl_key_row_class_init (TlKeyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_key_row_get_property;
  object_class->set_property = tl_key_row_set_property;
  object_class->dispose = tl_key_row_dispose;
  object_class->finalize = tl_key_row_finalize;

  /**
   * TlKeyRow:key:
   *
   * The key of the Workbook sheet.
   */
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  /**
   * TlKeyRow:standard:
   *
   * What holds where the workbook says nothing.
   */
  properties[PROP_STANDARD] = g_param_spec_string ("standard", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TlKeyRow::answered:
   * @self: a row
   * @problem: (nullable): why it couldn't be set, %NULL when it was
   *
   * What was typed has been applied, or refused.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", TL_TYPE_KEY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_key_row_init (TlKeyRow *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
  self->signals = g_signal_group_new (TL_TYPE_WORKBOOK);
  g_signal_group_connect_swapped (self->signals, "notify::assessment", G_CALLBACK (show_value), self);
  g_signal_group_connect_swapped (self->signals, "notify::editable", G_CALLBACK (show_value), self);
}

/**
 * tl_key_row_set_workbook:
 * @self: a row
 * @workbook: a workbook
 *
 * Shows, and lets somebody change, what a workbook says.
 */
void
tl_key_row_set_workbook (TlKeyRow   *self,
                         TlWorkbook *workbook)
{
  g_return_if_fail (TL_IS_KEY_ROW (self));
  g_return_if_fail (TL_IS_WORKBOOK (workbook));

  if (!g_set_object (&self->workbook, workbook))
    return;
  g_signal_group_set_target (self->signals, workbook);
  show_value (self);
}
