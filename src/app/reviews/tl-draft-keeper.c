/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-draft-keeper.h"

#include <glib/gi18n.h>

#include "tl-store-error.h"
#include "tl-typed-notes.h"

/* So long nothing must have been typed, in milliseconds. */
#define QUIET 800

struct _TlDraftKeeper
{
  GObject parent_instance;

  TlDraft *draft;
  TlTypedNotes *notes;
  guint waiting;
  /* Where the draft is edited, and the text in it that somebody is typing in: it is kept when they leave that. */
  GtkWidget *place;
  GtkWidget *typing;
  GSignalGroup *window;
  /* While it is being kept, and until the workbook says what was. */
  gboolean saving;
  gboolean awaiting;
  /* Whether it is to be kept once more, as soon as that can be. */
  gboolean again;
  /* Whether it stays although nobody looks at its draft any more, until all of it is kept. */
  gboolean stays;
  char *problem;
  TlKeeping keeping;
  const TlDraftWay *way;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlDraftKeeper, tl_draft_keeper, G_TYPE_OBJECT)

/* ── Where it stands ──────────────────────────────────────────────────────── */

static void
update (TlDraftKeeper *self,
        const char    *problem)
{
  TlKeeping keeping = TL_KEEPING_KEPT;
  gboolean differs = g_set_str (&self->problem, problem);

  if (problem != NULL)
    keeping = TL_KEEPING_REFUSED;
  else if (self->saving || (!self->awaiting && tl_draft_is_changed (self->draft) && !tl_draft_keeper_is_empty (self)))
    keeping = self->typing != NULL && !self->saving && tl_typed_notes_get_durable (self->notes) ? TL_KEEPING_NOTED : TL_KEEPING_TYPED;
  if (!differs && keeping == self->keeping)
    return;
  self->keeping = keeping;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What isn't in the workbook yet lies beside it, so that it outlives the program. */
static void
note (TlDraftKeeper *self)
{
  if (tl_draft_is_changed (self->draft) && !tl_draft_keeper_is_empty (self))
    tl_typed_notes_note (self->notes, self->draft);
  else
    tl_typed_notes_forget (self->notes, self->draft);
}

static void
written_cb (TlDraftKeeper *self)
{
  update (self, self->problem);
}

/* ── Keeping it ───────────────────────────────────────────────────────────── */

static char *
find_problem (TlDraftKeeper *self)
{
  g_autoptr (GPtrArray) problems = tl_draft_list_problems (self->draft);
  const TlDraftProblem *problem = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;
  const TlField *field;

  if (problem == NULL)
    return self->way != NULL ? self->way->check (self->draft) : NULL;
  field = tl_layout_find_field (tl_draft_get_table (self->draft), problem->column);
  /* Translators: a field's heading, and what is wrong with it */
  return g_strdup_printf (_("%1$s: %2$s"), _(field->heading), problem->message);
}

static void typed_cb (TlDraftKeeper *self);

/* Somebody who goes on to something else leaves behind what is still being kept. */
static void
stay (TlDraftKeeper *self)
{
  gboolean stays = self->saving || self->awaiting || self->again;

  if (stays == self->stays)
    return;
  self->stays = stays;
  if (stays)
    g_object_ref (self);
  else
    g_object_unref (self);
}

/* What is now in the workbook, by whomever, is what the draft goes on from. */
static void
go_on (TlDraftKeeper *self)
{
  gboolean awaited = self->awaiting;

  if (self->saving || tl_workbook_get_assessment (tl_draft_get_workbook (self->draft)) == NULL
      || tl_workbook_get_busy (tl_draft_get_workbook (self->draft)))
    return;
  self->awaiting = FALSE;
  g_signal_handlers_block_by_func (self->draft, typed_cb, self);
  if (self->way != NULL && tl_draft_is_new (self->draft) && self->way->find (self->draft) != NULL)
    tl_draft_become (self->draft, &self->way->find (self->draft)->id);
  tl_draft_begin_again (self->draft);
  g_signal_handlers_unblock_by_func (self->draft, typed_cb, self);
  note (self);
  if (awaited && self->again)
    tl_draft_keeper_keep (self);
  update (self, self->problem);
  stay (self);
}

/* Whoever keeps it: the draft by itself, or a command of the workbook. */
static gboolean
finish_saving (GObject       *source,
               GAsyncResult  *result,
               gboolean      *changed,
               GError       **error)
{
  if (TL_IS_DRAFT (source))
    return tl_draft_save_finish (TL_DRAFT (source), result, changed, error);
  *changed = TRUE;
  return tl_workbook_apply_finish (TL_WORKBOOK (source), result, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  self->saving = FALSE;
  if (finish_saving (source, result, &changed, &error))
    self->awaiting = changed;
  /* Somebody else's text is in the workbook; what was typed here takes its place when it is kept once more. */
  else if (g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_CONFLICT))
    self->awaiting = TRUE;
  else
    self->again = FALSE;
  update (self, error != NULL ? error->message : NULL);
  go_on (self);
  stay (self);
}

static gboolean
keep_cb (gpointer user_data)
{
  TlDraftKeeper *self = user_data;

  self->waiting = 0;
  tl_draft_keeper_keep (self);
  return G_SOURCE_REMOVE;
}

/* ── Typing ───────────────────────────────────────────────────────────────── */

/* The text of the draft that the keyboard is in. */
static GtkWidget *
find_typing (TlDraftKeeper *self)
{
  GtkRoot *root = self->place != NULL ? gtk_widget_get_root (self->place) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->place))
    return NULL;
  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ? focus : NULL;
}

static void
let_go (TlDraftKeeper *self)
{
  g_signal_group_set_target (self->window, NULL);
  g_clear_weak_pointer (&self->typing);
}

/* What was typed in one field is one change, and one step to be undone. */
static void
left_cb (TlDraftKeeper *self)
{
  if (find_typing (self) == NULL || find_typing (self) != self->typing)
    tl_draft_keeper_keep (self);
}

static void
hold (TlDraftKeeper *self,
      GtkWidget     *typing)
{
  g_set_weak_pointer (&self->typing, typing);
  g_signal_group_set_target (self->window, gtk_widget_get_root (typing));
}

static void
typed_cb (TlDraftKeeper *self)
{
  note (self);
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (find_typing (self) != NULL)
    hold (self, find_typing (self));
  else
    {
      if (self->awaiting && !self->saving)
        self->again = TRUE;
      self->waiting = g_timeout_add (QUIET, keep_cb, self);
    }
  update (self, NULL);
}

/* ── Overrides ────────────────────────────────────────────────────────────── */

static void
tl_draft_keeper_dispose (GObject *object)
{
  TlDraftKeeper *self = TL_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->window);
  g_clear_weak_pointer (&self->typing);
  g_clear_weak_pointer (&self->place);
  g_clear_object (&self->notes);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (tl_draft_keeper_parent_class)->dispose (object);
}

static void
tl_draft_keeper_finalize (GObject *object)
{
  g_free (TL_DRAFT_KEEPER (object)->problem);

  G_OBJECT_CLASS (tl_draft_keeper_parent_class)->finalize (object);
}

static void
tl_draft_keeper_class_init (TlDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_draft_keeper_dispose;
  object_class->finalize = tl_draft_keeper_finalize;

  /**
   * TlDraftKeeper::changed:
   * @self: the keeper
   *
   * More or less is kept than before, or something stands in the way.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_draft_keeper_init (TlDraftKeeper *self)
{
  self->window = g_signal_group_new (GTK_TYPE_WINDOW);
  g_signal_group_connect_swapped (self->window, "notify::focus-widget", G_CALLBACK (left_cb), self);
}

/**
 * tl_draft_keeper_new:
 * @draft: a draft
 *
 * Returns: (transfer full): what keeps it as it is typed
 */
TlDraftKeeper *
tl_draft_keeper_new (TlDraft *draft)
{
  TlDraftKeeper *self = g_object_new (TL_TYPE_DRAFT_KEEPER, NULL);
  TlWorkbook *workbook = tl_draft_get_workbook (draft);

  self->draft = g_object_ref (draft);
  self->notes = g_object_ref (tl_workbook_get_typed (workbook));
  g_signal_connect_object (draft, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "notify::assessment", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "notify::busy", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notes, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_draft_keeper_get_draft:
 * @self: a keeper
 *
 * Returns: (transfer none): what it keeps
 */
TlDraft *
tl_draft_keeper_get_draft (TlDraftKeeper *self)
{
  g_return_val_if_fail (TL_IS_DRAFT_KEEPER (self), NULL);

  return self->draft;
}

/**
 * tl_draft_keeper_set_way:
 * @self: a keeper
 * @way: (nullable): the command that keeps it; static
 *
 * Has the draft kept by a command.
 */
void
tl_draft_keeper_set_way (TlDraftKeeper    *self,
                         const TlDraftWay *way)
{
  g_return_if_fail (TL_IS_DRAFT_KEEPER (self));

  self->way = way;
}

/**
 * tl_draft_keeper_set_place:
 * @self: a keeper
 * @place: the widget in which the draft is edited
 *
 * Has what is typed in a text of @place kept when the keyboard leaves that text, as one change. What an earlier time left
 * of it is brought back.
 */
void
tl_draft_keeper_set_place (TlDraftKeeper *self,
                           GtkWidget     *place)
{
  gboolean recalled;

  g_return_if_fail (TL_IS_DRAFT_KEEPER (self));

  g_set_weak_pointer (&self->place, place);
  if (!tl_workbook_get_editable (tl_draft_get_workbook (self->draft)))
    return;
  g_signal_handlers_block_by_func (self->draft, typed_cb, self);
  recalled = tl_typed_notes_recall (self->notes, self->draft);
  g_signal_handlers_unblock_by_func (self->draft, typed_cb, self);
  if (recalled)
    typed_cb (self);
}

/**
 * tl_draft_keeper_get_typing:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): the text in which something is being typed that is no change yet
 */
GtkWidget *
tl_draft_keeper_get_typing (TlDraftKeeper *self)
{
  g_return_val_if_fail (TL_IS_DRAFT_KEEPER (self), NULL);

  return tl_draft_is_changed (self->draft) ? self->typing : NULL;
}

/**
 * tl_draft_keeper_get_keeping:
 * @self: a keeper
 *
 * Returns: how far what was typed is kept
 */
TlKeeping
tl_draft_keeper_get_keeping (TlDraftKeeper *self)
{
  g_return_val_if_fail (TL_IS_DRAFT_KEEPER (self), TL_KEEPING_KEPT);

  return self->keeping;
}

/**
 * tl_draft_keeper_get_problem:
 * @self: a keeper
 *
 * Returns: (nullable): why it can't be kept
 */
const char *
tl_draft_keeper_get_problem (TlDraftKeeper *self)
{
  g_return_val_if_fail (TL_IS_DRAFT_KEEPER (self), NULL);

  return self->problem;
}

/**
 * tl_draft_keeper_is_empty:
 * @self: a keeper
 *
 * Returns: whether it is a new row that says nothing of its own yet, and so is nothing to be kept
 */
gboolean
tl_draft_keeper_is_empty (TlDraftKeeper *self)
{
  g_return_val_if_fail (TL_IS_DRAFT_KEEPER (self), TRUE);

  return tl_draft_is_new (self->draft) && !tl_draft_says_anything (self->draft);
}

/**
 * tl_draft_keeper_keep:
 * @self: a keeper
 *
 * Keeps what was typed now.
 */
void
tl_draft_keeper_keep (TlDraftKeeper *self)
{
  g_autofree char *problem = NULL;

  g_return_if_fail (TL_IS_DRAFT_KEEPER (self));

  g_clear_handle_id (&self->waiting, g_source_remove);
  let_go (self);
  self->again = self->saving || self->awaiting;
  if (self->again || tl_draft_keeper_is_empty (self) || !tl_draft_is_changed (self->draft))
    {
      update (self, NULL);
      stay (self);
      return;
    }
  problem = find_problem (self);
  if (problem == NULL)
    {
      self->saving = TRUE;
      if (self->way != NULL)
        self->way->save (self->draft, saved_cb, g_object_ref (self));
      else
        tl_draft_save_async (self->draft, NULL, saved_cb, g_object_ref (self));
    }
  update (self, problem);
  stay (self);
}
