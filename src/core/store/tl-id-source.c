/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-id-source.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* RFC 9562, section 5.7: 48 bits of milliseconds, then here a counter of 12 bits, then 62 bits at random. */
#define COUNTER_BITS 12

struct _TlIdSource
{
  GObject parent_instance;

  TlId actor;
  /* Interned, since the thread that writes reads it whenever it likes. */
  const char *actor_name;
  char *seed;
  gint64 seed_time;

  struct
  {
    GMutex lock;
    gint64 id_time;
    guint id_counter;
    guint64 n_ids;
    gint64 n_times;
    guint64 n_salts;
  } shared;
};

G_DEFINE_FINAL_TYPE (TlIdSource, tl_id_source, G_TYPE_OBJECT)

static void
fill_with_random_bytes (guint8 *bytes,
                        gsize   length)
{
  gsize filled = 0;

  while (filled < length)
    {
      gssize got = getrandom (bytes + filled, length - filled, 0);

      if (got < 0 && errno != EINTR)
        g_error ("This computer gives no random numbers: %s", g_strerror (errno));
      if (got > 0)
        filled += (gsize) got;
    }
}

static void
fill_with_seeded_bytes (TlIdSource *self,
                        const char *what,
                        guint64     counter,
                        guint8     *bytes,
                        gsize       length)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint64 big_endian = GUINT64_TO_BE (counter);
  guint8 digest[32];
  gsize digest_length = sizeof digest;

  g_checksum_update (sum, (const guchar *) self->seed, (gssize) strlen (self->seed) + 1);
  g_checksum_update (sum, (const guchar *) what, (gssize) strlen (what) + 1);
  g_checksum_update (sum, (const guchar *) &big_endian, sizeof big_endian);
  g_checksum_get_digest (sum, digest, &digest_length);
  memcpy (bytes, digest, MIN (length, sizeof digest));
}

/* Ids that are made one after the other sort that way, also within a millisecond and when the clock goes back.
 * Seeded ones don't depend on how many changes the writer has sealed meanwhile. */
static void
stamp (TlIdSource *self,
       TlId       *id)
{
  gint64 now = self->seed != NULL ? self->seed_time : g_get_real_time () / 1000;

  if (now > self->shared.id_time)
    {
      self->shared.id_time = now;
      self->shared.id_counter = 0;
    }
  else if (++self->shared.id_counter >> COUNTER_BITS != 0)
    {
      self->shared.id_time++;
      self->shared.id_counter = 0;
    }

  for (guint i = 0; i < 6; i++)
    id->bytes[i] = (guint8) (self->shared.id_time >> (40 - 8 * i));
  id->bytes[6] = (guint8) (0x70 | self->shared.id_counter >> 8);
  id->bytes[7] = (guint8) self->shared.id_counter;
  id->bytes[8] = (guint8) ((id->bytes[8] & 0x3f) | 0x80);
}

static void
tl_id_source_finalize (GObject *object)
{
  TlIdSource *self = TL_ID_SOURCE (object);

  g_free (self->seed);
  g_mutex_clear (&self->shared.lock);

  G_OBJECT_CLASS (tl_id_source_parent_class)->finalize (object);
}

static void
tl_id_source_class_init (TlIdSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_id_source_finalize;
}

static void
tl_id_source_init (TlIdSource *self)
{
  g_mutex_init (&self->shared.lock);
}

/**
 * tl_id_source_new:
 * @actor: the id of this person on this computer
 * @actor_name: (nullable): what they are called
 *
 * Returns: (transfer full): a source that uses this computer's randomness and clock
 */
TlIdSource *
tl_id_source_new (const TlId *actor,
                  const char *actor_name)
{
  TlIdSource *self = g_object_new (TL_TYPE_ID_SOURCE, NULL);

  self->actor = *actor;
  self->actor_name = g_intern_string (actor_name);
  return self;
}

/**
 * tl_id_source_new_seeded:
 * @seed: any text
 * @time: the time of the first change, in milliseconds since 1970, UTC; each later one is a millisecond later
 *
 * Makes a source whose ids, salts and times are always the same for the same calls.
 *
 * Returns: (transfer full): the source
 */
TlIdSource *
tl_id_source_new_seeded (const char *seed,
                         gint64      time)
{
  TlIdSource *self = g_object_new (TL_TYPE_ID_SOURCE, NULL);

  self->seed = g_strdup (seed);
  self->seed_time = time;
  self->actor_name = g_intern_static_string ("Throughline");
  fill_with_seeded_bytes (self, "actor", 0, self->actor.bytes, sizeof self->actor.bytes);
  self->actor.bytes[6] = (guint8) ((self->actor.bytes[6] & 0x0f) | 0x40);
  self->actor.bytes[8] = (guint8) ((self->actor.bytes[8] & 0x3f) | 0x80);
  return self;
}

/**
 * tl_id_source_new_for_user:
 *
 * Makes a source for the person who is logged in. Their id is made at random once and kept with the working copies,
 * so that it says nothing about them or their computer; their name is what the system knows them by.
 *
 * Returns: (transfer full): the source
 */
TlIdSource *
tl_id_source_new_for_user (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "throughline", NULL);
  g_autofree char *path = g_build_filename (folder, "actor", NULL);
  g_autofree char *kept = NULL;
  const char *name = g_get_real_name ();
  char hex[TL_ID_HEX_LENGTH + 1];
  TlId actor;

  if (!g_file_get_contents (path, &kept, NULL, NULL) || !tl_id_from_hex (g_strstrip (kept), &actor))
    {
      fill_with_random_bytes (actor.bytes, sizeof actor.bytes);
      actor.bytes[6] = (guint8) ((actor.bytes[6] & 0x0f) | 0x40);
      actor.bytes[8] = (guint8) ((actor.bytes[8] & 0x3f) | 0x80);
      tl_id_to_hex (&actor, hex);
      /* Where it can't be kept, this run's changes have an actor of their own: no reason to stop. */
      g_mkdir_with_parents (folder, 0700);
      g_file_set_contents_full (path, hex, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
    }
  return tl_id_source_new (&actor, g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ());
}

/**
 * tl_id_source_make_id:
 * @self: a source
 *
 * Returns: a new version 7 UUID, greater than any that @self made before
 */
TlId
tl_id_source_make_id (TlIdSource *self)
{
  TlId id;

  g_mutex_lock (&self->shared.lock);
  if (self->seed != NULL)
    fill_with_seeded_bytes (self, "id", self->shared.n_ids++, id.bytes, sizeof id.bytes);
  else
    fill_with_random_bytes (id.bytes, sizeof id.bytes);
  stamp (self, &id);
  g_mutex_unlock (&self->shared.lock);

  return id;
}

/**
 * tl_id_source_make_salt:
 * @self: a source
 * @salt: (out caller-allocates): sixteen bytes
 *
 * Makes a new salt, which keeps the content of a change from being guessed from its id.
 */
void
tl_id_source_make_salt (TlIdSource *self,
                        guint8      salt[TL_SALT_LENGTH])
{
  g_mutex_lock (&self->shared.lock);
  if (self->seed != NULL)
    fill_with_seeded_bytes (self, "salt", self->shared.n_salts++, salt, TL_SALT_LENGTH);
  else
    fill_with_random_bytes (salt, TL_SALT_LENGTH);
  g_mutex_unlock (&self->shared.lock);
}

/**
 * tl_id_source_get_time:
 * @self: a source
 *
 * Asked once for each change.
 *
 * Returns: the time for a new change, in milliseconds since 1970, UTC
 */
gint64
tl_id_source_get_time (TlIdSource *self)
{
  gint64 time;

  g_mutex_lock (&self->shared.lock);
  time = self->seed != NULL ? self->seed_time + self->shared.n_times++ : g_get_real_time () / 1000;
  g_mutex_unlock (&self->shared.lock);

  return time;
}

/**
 * tl_id_source_set_time:
 * @self: a seeded source
 * @time: the time of the next change, in milliseconds since 1970, UTC; each later one is a millisecond later
 *
 * Sets the clock of a source that has no clock of its own, forwards or back.
 */
void
tl_id_source_set_time (TlIdSource *self,
                       gint64      time)
{
  g_return_if_fail (self->seed != NULL);

  g_mutex_lock (&self->shared.lock);
  self->shared.n_times = time - self->seed_time;
  g_mutex_unlock (&self->shared.lock);
}

/**
 * tl_id_source_get_actor:
 * @self: a source
 *
 * Returns: (transfer none): the id of who makes the changes
 */
const TlId *
tl_id_source_get_actor (TlIdSource *self)
{
  return &self->actor;
}

/**
 * tl_id_source_get_actor_name:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what they are called
 */
const char *
tl_id_source_get_actor_name (TlIdSource *self)
{
  return g_atomic_pointer_get (&self->actor_name);
}

/**
 * tl_id_source_set_actor_name:
 * @self: a source
 * @actor_name: (nullable): what they are called from now on
 *
 * Gives who makes the changes another name. Earlier changes name the same person, who is then called so there too.
 */
void
tl_id_source_set_actor_name (TlIdSource *self,
                             const char *actor_name)
{
  g_return_if_fail (TL_IS_ID_SOURCE (self));

  g_atomic_pointer_set (&self->actor_name, (gpointer) g_intern_string (actor_name));
}
