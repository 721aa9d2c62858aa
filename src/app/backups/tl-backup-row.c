/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-backup-row.h"

#include <glib/gi18n.h>

struct _TlBackupRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;

  /* The dialog's. */
  const TlBackupSince *since;
};

typedef enum
{
  PROP_CHOSEN = 1,
} TlBackupRowProperty;

static GParamSpec *properties[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (TlBackupRow, tl_backup_row, ADW_TYPE_ACTION_ROW)

static void
active_cb (TlBackupRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
tl_backup_row_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlBackupRow *self = TL_BACKUP_ROW (object);

  switch ((TlBackupRowProperty) id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, tl_backup_row_get_chosen (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_backup_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_BACKUP_ROW);

  G_OBJECT_CLASS (tl_backup_row_parent_class)->dispose (object);
}

static void
tl_backup_row_class_init (TlBackupRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_backup_row_dispose;
  object_class->get_property = tl_backup_row_get_property;

  /**
   * TlBackupRow:chosen:
   *
   * Whether it is the one that is chosen.
   */
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/throughline/Throughline/backups/backup-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlBackupRow, check);
}

static void
tl_backup_row_init (TlBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->check, "notify::active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
}

/**
 * tl_backup_row_new:
 * @since: (transfer none): a backup, which outlives the row
 * @group: (nullable): another row, of which only one can be chosen
 *
 * Returns: (transfer floating): a row for it
 */
TlBackupRow *
tl_backup_row_new (const TlBackupSince *since,
                   TlBackupRow         *group)
{
  TlBackupRow *self = g_object_new (TL_TYPE_BACKUP_ROW, NULL);
  g_autofree char *when = tl_backup_say_when (since->backup);
  g_autofree char *size = g_format_size (since->backup->size);
  g_autofree char *said = tl_backup_since_say (since);
  g_autofree char *subtitle = NULL;

  self->since = since;
  /* Translators: what changed since a backup was made, and its size; the space before that is one that doesn't break */
  subtitle = since->fault == NULL ? g_strdup_printf (_("%1$s · %2$s"), said, size) : g_strdup (said);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, when,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self), since->fault == NULL);
  if (group != NULL)
    gtk_check_button_set_group (self->check, group->check);
  return self;
}

/**
 * tl_backup_row_get_since:
 * @self: a row
 *
 * Returns: (transfer none): the backup
 */
const TlBackupSince *
tl_backup_row_get_since (TlBackupRow *self)
{
  g_return_val_if_fail (TL_IS_BACKUP_ROW (self), NULL);

  return self->since;
}

/**
 * tl_backup_row_get_chosen:
 * @self: a row
 *
 * Returns: whether it is the one that is chosen
 */
gboolean
tl_backup_row_get_chosen (TlBackupRow *self)
{
  g_return_val_if_fail (TL_IS_BACKUP_ROW (self), FALSE);

  return self->check != NULL && gtk_check_button_get_active (self->check);
}

/**
 * tl_backup_row_choose:
 * @self: a row
 *
 * Chooses it.
 */
void
tl_backup_row_choose (TlBackupRow *self)
{
  g_return_if_fail (TL_IS_BACKUP_ROW (self));

  gtk_check_button_set_active (self->check, TRUE);
}
