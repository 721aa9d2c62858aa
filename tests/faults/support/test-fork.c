/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fork.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* A child, which goes when its parent does. */
pid_t
test_fork (void)
{
  pid_t process = fork ();

  g_assert_cmpint (process, >=, 0);
  if (process == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      /* Tests tell what is meant for debugging too, which would be a lot. */
      g_log_set_default_handler (g_log_default_handler, NULL);
    }
  return process;
}

/* Does something in a child. */
pid_t
test_fork_start (TestForkFunc function,
                 gpointer     data)
{
  pid_t process = test_fork ();

  if (process == 0)
    {
      function (data);
      _exit (EXIT_SUCCESS);
    }
  return process;
}

/* Waits for a child, which must end well. */
void
test_fork_wait (pid_t process)
{
  int status;

  while (waitpid (process, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != EXIT_SUCCESS)
    g_error ("A part of the test failed; what it said is above");
}

void
test_fork_run (TestForkFunc function,
               gpointer     data)
{
  test_fork_wait (test_fork_start (function, data));
}
