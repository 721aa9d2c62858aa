/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-attachment-erasing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-attachment-name.h"
#include "tl-attachment-opening.h"
#include "tl-window.h"
#include "tl-workbook-attachments.h"
#include "tl-workbook-erase.h"

/* The file that somebody wants to be gone, and where it was asked for. */
typedef struct
{
  TlWorkbook *workbook;
  TlId attachment;
  char *name;
  GtkWidget *from;
} Erasing;

static void
erasing_free (Erasing *self)
{
  g_object_unref (self->workbook);
  g_object_unref (self->from);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Erasing, erasing_free)

static void
tell_failed (Erasing    *self,
             const char *why)
{
  tl_attachment_tell (self->from, _("The File Wasn’t Erased"), why);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Erasing) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *window = gtk_widget_get_root (self->from);
  g_autofree char *sentence = NULL;

  if (!tl_workbook_apply_finish (TL_WORKBOOK (source), result, &error))
    {
      tell_failed (self, error->message);
      return;
    }
  /* Translators: %s is a file's name */
  sentence = g_strdup_printf (_("Erased %s for good"), self->name);
  if (TL_IS_WINDOW (window))
    tl_window_say (TL_WINDOW (window), sentence);
}

/* What is left says nothing, and goes too. */
static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Erasing *self = user_data;
  g_autoptr (GError) error = NULL;

  if (tl_workbook_erase_finish (TL_WORKBOOK (source), result, &error))
    {
      tl_workbook_remove_attachment_async (self->workbook, &self->attachment, NULL, removed_cb, self);
      return;
    }
  tell_failed (self, error->message);
  erasing_free (self);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  static const char * const columns[] = { "name", "media_type", "content" };
  Erasing *self = user_data;
  g_autoptr (TlErasure) erasure = tl_erasure_new ();

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "erase"))
    {
      erasing_free (self);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_erasure_add_field (erasure, "attachment", &self->attachment, columns[i]);
  tl_workbook_erase_async (self->workbook, erasure, NULL, NULL, NULL, erased_cb, self);
}

/**
 * tl_attachment_erase:
 * @workbook: a workbook that may be edited
 * @attachment: one of its attached files
 * @from: where it was asked for
 *
 * Asks whether the file is to be erased for good, and does so.
 */
void
tl_attachment_erase (TlWorkbook              *workbook,
                     const TlAttachmentFacts *attachment,
                     GtkWidget               *from)
{
  Erasing *erasing = g_new0 (Erasing, 1);
  g_autofree char *body = NULL;
  AdwDialog *question;

  erasing->workbook = g_object_ref (workbook);
  erasing->attachment = attachment->id;
  erasing->name = tl_attachment_name_clean (attachment->name);
  erasing->from = g_object_ref (from);
  /* Translators: %s is a file's name */
  body = g_strdup_printf (_("“%s” and all that it holds go from this workbook, its history and its backups on this computer. "
                            "Nobody can bring it back, not by Undo either. Other copies of the workbook lose it when they are "
                            "merged.\n\nA file that is only removed can be brought back: what it holds stays in the history."),
                          erasing->name);
  question = adw_alert_dialog_new (_("Erase This File for Good?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _("_Keep It"), "erase", _("_Erase for Good"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), from, NULL, answered_cb, erasing);
}
