/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-key-question.h"

/* Key questions stand in the order in which their framework begins them. */
static guint
find_place (const TlFramework *framework,
            const char        *question)
{
  const char *before = NULL;
  guint place = 0;

  for (guint i = 0; i < tl_framework_get_n_entries (framework); i++)
    {
      const char *group = tl_framework_get_entry (framework, i)->group;

      if (g_strcmp0 (group, before) != 0 && before != NULL)
        place++;
      if (g_strcmp0 (group, question) == 0)
        return place;
      before = group;
    }
  return place;
}

/* "Safe" and "Safe: Learning culture" are understood too. */
static const char *
find_in (const TlFramework *framework,
         const char        *reference)
{
  const TlFrameworkEntry *entry = tl_framework_find (framework, reference);

  if (entry != NULL)
    return entry->group;
  for (guint i = 0; i < tl_framework_get_n_entries (framework); i++)
    {
      const char *group = tl_framework_get_entry (framework, i)->group;
      gsize length = group != NULL ? strlen (group) : 0;

      if (length > 0 && g_ascii_strncasecmp (reference, group, length) == 0
          && (reference[length] == '\0' || reference[length] == ':'))
        return group;
    }
  return NULL;
}

/**
 * tl_key_question_find:
 * @frameworks: the frameworks that are installed
 * @framework: (nullable): the title of the one that the workbook follows
 * @reference: what a risk refers to
 * @place: (out): its place among the key questions, from 0
 *
 * Finds the key question that a reference belongs to: in the workbook's own framework, or else in any, since references
 * outlive the framework they were made by.
 *
 * Returns: (transfer none) (nullable): the key question, as "Well-led"
 */
const char *
tl_key_question_find (const TlFrameworks *frameworks,
                      const char         *framework,
                      const char         *reference,
                      guint              *place)
{
  const TlFramework *own = framework != NULL ? tl_frameworks_find (frameworks, framework) : NULL;
  const char *question = own != NULL ? find_in (own, reference) : NULL;

  for (guint i = 0; question == NULL && i < tl_frameworks_get_n (frameworks); i++)
    {
      const TlFramework *other = tl_frameworks_get (frameworks, i);

      if (tl_framework_get_kind (other) != TL_FRAMEWORK_ASSESSMENT)
        continue;
      question = find_in (other, reference);
      own = other;
    }
  *place = question != NULL ? find_place (own, question) : 0;
  return question;
}
