/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-attachment-opening.h"

#include <glib/gi18n.h>

#include "tl-attachment-name.h"

/* A file on its way out, and where somebody asked for it. */
typedef struct
{
  TlWorkbook *workbook;
  GtkWidget *from;
  char *name;
} Opening;

static Opening *
opening_new (TlWorkbook              *workbook,
             const TlAttachmentFacts *attachment,
             GtkWidget               *from)
{
  Opening *self = g_new0 (Opening, 1);

  self->workbook = g_object_ref (workbook);
  self->from = g_object_ref (from);
  self->name = tl_attachment_name_clean (attachment->name);
  return self;
}

static void
opening_free (Opening *self)
{
  g_object_unref (self->workbook);
  g_object_unref (self->from);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * tl_attachment_tell:
 * @from: where somebody asked for something
 * @heading: what couldn't be done
 * @body: why, and what to do
 *
 * Says that something couldn't be done.
 */
void
tl_attachment_tell (GtkWidget  *from,
                    const char *heading,
                    const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, from);
}

/* Whoever chose not to needs no telling. */
static gboolean
is_wanted (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}

/* ── Opening ── */

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) || !is_wanted (error))
    return;
  /* Translators: a file's name, and what the desktop said */
  body = g_strdup_printf (_("No program could open “%1$s”: %2$s. Save a copy and open it where you have one."),
                          opening->name, error->message);
  tl_attachment_tell (opening->from, _("The File Can’t Be Opened"), body);
}

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_workbook_unpack_attachment_finish (TL_WORKBOOK (source), result, &error);
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GtkWindow *window = get_window (opening->from);

  if (file == NULL)
    {
      if (is_wanted (error))
        tl_attachment_tell (opening->from, _("The File Can’t Be Opened"), error->message);
      return;
    }
  launcher = gtk_file_launcher_new (file);
  gtk_file_launcher_launch (launcher, window, NULL, launched_cb, g_steal_pointer (&opening));
}

/**
 * tl_attachment_open:
 * @workbook: a workbook
 * @attachment: a file that is attached in it
 * @from: where somebody asked for it
 *
 * Lets another program open a private copy that can only be read. Programs aren't opened: a workbook can come from
 * anybody.
 */
void
tl_attachment_open (TlWorkbook              *workbook,
                    const TlAttachmentFacts *attachment,
                    GtkWidget               *from)
{
  Opening *opening = opening_new (workbook, attachment, from);
  g_autofree char *body = NULL;

  if (!tl_attachment_name_is_program (opening->name))
    {
      tl_workbook_unpack_attachment_async (workbook, attachment, NULL, unpacked_cb, opening);
      return;
    }
  body = g_strdup_printf (_("“%s” is a program rather than a document, and could do harm. If you know who made it and why "
                            "it is here, save a copy."), opening->name);
  tl_attachment_tell (from, _("Programs Aren’t Opened"), body);
  opening_free (opening);
}

/* ── Saving a copy ── */

typedef struct
{
  Opening *opening;
  TlAttachmentFacts facts;
} Saving;

static void
saving_free (Saving *self)
{
  g_free ((char *) self->facts.name);
  opening_free (self->opening);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_workbook_save_attachment_finish (TL_WORKBOOK (source), result, &error) && is_wanted (error))
    tl_attachment_tell (saving->opening->from, _("The Copy Can’t Be Saved"), error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) destination = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  Saving *kept = saving;

  if (destination != NULL)
    tl_workbook_save_attachment_async (kept->opening->workbook, &kept->facts, destination, NULL, saved_cb,
                                       g_steal_pointer (&saving));
  else if (is_wanted (error))
    tl_attachment_tell (saving->opening->from, _("The Copy Can’t Be Saved"), error->message);
}

/**
 * tl_attachment_save_as:
 * @workbook: a workbook
 * @attachment: a file that is attached in it
 * @from: where somebody asked for it
 *
 * Asks where a copy of the file is to go, and saves it there.
 */
void
tl_attachment_save_as (TlWorkbook              *workbook,
                       const TlAttachmentFacts *attachment,
                       GtkWidget               *from)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new0 (Saving, 1);

  saving->opening = opening_new (workbook, attachment, from);
  saving->facts = *attachment;
  saving->facts.name = g_strdup (attachment->name);
  saving->facts.media_type = NULL;
  gtk_file_dialog_set_title (dialog, _("Save a Copy"));
  gtk_file_dialog_set_initial_name (dialog, saving->opening->name);
  gtk_file_dialog_save (dialog, get_window (from), NULL, chosen_cb, saving);
}
