/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-page-private.h"

#include <string.h>

#include "tl-practice-sums.h"
#include "tl-waiting.h"

#define PAGE "case.json"
#define WORKBOOK "case.throughline"

struct _TlPracticeCase
{
  GObject parent_instance;

  char *id;
  GFile *workbook;
  TlPracticePage *page;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_CARE,
  PROP_LEVEL,
  PROP_MINUTES,
  N_PROPERTIES
} TlPracticeCaseProperty;

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TlPracticeCase, tl_practice_case, G_TYPE_OBJECT)

static void
tl_practice_case_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlPracticeCase *self = TL_PRACTICE_CASE (object);

  switch ((TlPracticeCaseProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->page->title);
      break;
    case PROP_CARE:
      g_value_set_string (value, self->page->care);
      break;
    case PROP_LEVEL:
      g_value_set_int (value, self->page->level);
      break;
    case PROP_MINUTES:
      g_value_set_int (value, self->page->minutes);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_practice_case_finalize (GObject *object)
{
  TlPracticeCase *self = TL_PRACTICE_CASE (object);

  g_free (self->id);
  g_clear_object (&self->workbook);
  tl_practice_page_free (self->page);

  G_OBJECT_CLASS (tl_practice_case_parent_class)->finalize (object);
}

static void
tl_practice_case_class_init (TlPracticeCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_practice_case_get_property;
  object_class->finalize = tl_practice_case_finalize;

  /** TlPracticeCase:id: the name of its folder */
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  /** TlPracticeCase:title: what it is called */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /** TlPracticeCase:care: what sort of service it is about */
  properties[PROP_CARE] = g_param_spec_string ("care", NULL, NULL, NULL, flags);
  /** TlPracticeCase:level: from 1, gentle, to 8, hard */
  properties[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 0, TL_PRACTICE_LEVELS, 0, flags);
  /** TlPracticeCase:minutes: about how long it takes */
  properties[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, 0, 24 * 60, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
tl_practice_case_init (TlPracticeCase *self)
{
}

/**
 * tl_practice_case_load_page:
 * @page: the page of a case
 * @id: what the case is known by
 * @cancellable: (nullable): to cancel
 * @error: what is wrong with it, with its name
 *
 * Reads the page of a case that is still being made, and has no workbook yet. It waits for the disk.
 *
 * Returns: (transfer full): the case
 */
TlPracticeCase *
tl_practice_case_load_page (GFile         *page,
                            const char    *id,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (TlPracticePage) read = NULL;
  TlPracticeCase *self = NULL;

  tl_assert_may_wait ();

  read = tl_practice_page_load (page, cancellable, error);
  if (read == NULL)
    return NULL;
  self = g_object_new (TL_TYPE_PRACTICE_CASE, NULL);
  self->id = g_strdup (id);
  self->page = g_steal_pointer (&read);
  return self;
}

/**
 * tl_practice_case_load:
 * @folder: the folder of a case
 * @cancellable: (nullable): to cancel
 * @error: what is wrong with it, and what to do: %G_IO_ERROR_NOT_SUPPORTED for a case of a newer version,
 *   %G_IO_ERROR_INVALID_DATA for one that was altered
 *
 * Reads a case: its page, and that page and workbook are still what they were when it was made. It waits for the disk.
 *
 * Returns: (transfer full): the case
 */
TlPracticeCase *
tl_practice_case_load (GFile         *folder,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GFile) page = g_file_get_child (folder, PAGE);
  g_autofree char *id = g_file_get_basename (folder);
  g_autoptr (TlPracticeCase) self = tl_practice_case_load_page (page, id, cancellable, error);

  const char *parts[] = { PAGE, WORKBOOK, NULL };

  if (self == NULL || !tl_practice_sums_check (folder, parts, cancellable, error))
    return NULL;
  self->workbook = g_file_get_child (folder, WORKBOOK);
  return g_steal_pointer (&self);
}

static int
compare_cases (gconstpointer a,
               gconstpointer b)
{
  const TlPracticeCase *first = *(TlPracticeCase * const *) a, *second = *(TlPracticeCase * const *) b;

  return first->page->level != second->page->level ? first->page->level - second->page->level : strcmp (first->id, second->id);
}

/**
 * tl_practice_case_list:
 * @folder: a folder of cases
 * @problems: (nullable) (element-type utf8): what is wrong with those that can't be used is added, a sentence each
 * @cancellable: (nullable): to cancel
 *
 * Reads every case there is. It waits for the disk.
 *
 * Returns: (transfer full) (element-type TlPracticeCase): the cases, the gentlest first
 */
GPtrArray *
tl_practice_case_list (GFile         *folder,
                       GPtrArray     *problems,
                       GCancellable  *cancellable)
{
  GPtrArray *cases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                                 G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  GFileInfo *info = NULL;
  GFile *child = NULL;

  while (files != NULL && g_file_enumerator_iterate (files, &info, &child, cancellable, NULL) && info != NULL)
    {
      g_autoptr (GError) error = NULL;
      TlPracticeCase *found = NULL;

      if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
        continue;
      found = tl_practice_case_load (child, cancellable, &error);
      if (found != NULL)
        g_ptr_array_add (cases, found);
      /* What has no page is no case. */
      else if (problems != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_ptr_array_add (problems, g_strdup (error->message));
    }
  g_ptr_array_sort (cases, compare_cases);
  return cases;
}

/**
 * tl_practice_case_get_id:
 * @self: a case
 *
 * Returns: what it is known by
 */
const char *
tl_practice_case_get_id (TlPracticeCase *self)
{
  return self->id;
}

/**
 * tl_practice_case_get_title:
 * @self: a case
 *
 * Returns: what it is called
 */
const char *
tl_practice_case_get_title (TlPracticeCase *self)
{
  return self->page->title;
}

/**
 * tl_practice_case_get_care:
 * @self: a case
 *
 * Returns: what sort of service it is about
 */
const char *
tl_practice_case_get_care (TlPracticeCase *self)
{
  return self->page->care;
}

/**
 * tl_practice_case_get_level:
 * @self: a case
 *
 * Returns: how hard it is, from 1 to 8
 */
int
tl_practice_case_get_level (TlPracticeCase *self)
{
  return self->page->level;
}

/**
 * tl_practice_case_get_minutes:
 * @self: a case
 *
 * Returns: about how many minutes it takes
 */
int
tl_practice_case_get_minutes (TlPracticeCase *self)
{
  return self->page->minutes;
}

/**
 * tl_practice_case_get_workbook:
 * @self: a case
 *
 * Returns: (transfer none) (nullable): its workbook, %NULL for a case that is still being made
 */
GFile *
tl_practice_case_get_workbook (TlPracticeCase *self)
{
  return self->workbook;
}

/**
 * tl_practice_case_get_setting:
 * @self: a case
 *
 * Returns: (array zero-terminated=1): what a visitor is told of the service, in paragraphs
 */
const char * const *
tl_practice_case_get_setting (TlPracticeCase *self)
{
  return self->page->setting;
}

/**
 * tl_practice_case_get_questions:
 * @self: a case
 *
 * Returns: (array zero-terminated=1): the questions that an inspector would bring
 */
const char * const *
tl_practice_case_get_questions (TlPracticeCase *self)
{
  return self->page->questions;
}

/**
 * tl_practice_case_get_teaches:
 * @self: a case
 *
 * Returns: (array zero-terminated=1): what it teaches; not to be shown before the debrief
 */
const char * const *
tl_practice_case_get_teaches (TlPracticeCase *self)
{
  return self->page->teaches;
}

/**
 * tl_practice_case_get_trail:
 * @self: a case
 *
 * Returns: (array zero-terminated=1): refs of what an expert would open, in order
 */
const char * const *
tl_practice_case_get_trail (TlPracticeCase *self)
{
  return self->page->trail;
}

/**
 * tl_practice_case_get_model:
 * @self: a case
 *
 * Returns: (transfer none): the finding that an expert would write
 */
const TlPracticeModel *
tl_practice_case_get_model (TlPracticeCase *self)
{
  return &self->page->model;
}

/**
 * tl_practice_case_get_n_extracts:
 * @self: a case
 *
 * Returns: how many raw extracts can be asked for
 */
guint
tl_practice_case_get_n_extracts (TlPracticeCase *self)
{
  return self->page->extracts->len;
}

/**
 * tl_practice_case_get_extract:
 * @self: a case
 * @index: which one
 *
 * Returns: (transfer none): a raw extract
 */
const TlPracticeExtract *
tl_practice_case_get_extract (TlPracticeCase *self,
                              guint           index)
{
  g_return_val_if_fail (index < self->page->extracts->len, NULL);

  return &g_array_index (self->page->extracts, TlPracticeExtract, index);
}

/**
 * tl_practice_case_find_extract:
 * @self: a case
 * @ref: a ref
 *
 * Returns: (transfer none) (nullable): the raw extract of that ref
 */
const TlPracticeExtract *
tl_practice_case_find_extract (TlPracticeCase *self,
                               const char     *ref)
{
  for (guint i = 0; i < self->page->extracts->len; i++)
    {
      const TlPracticeExtract *extract = &g_array_index (self->page->extracts, TlPracticeExtract, i);

      if (g_str_equal (extract->ref, ref))
        return extract;
    }
  return NULL;
}
