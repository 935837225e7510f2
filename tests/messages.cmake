# SPDX-License-Identifier: MIT
#
# Every message and every rule has a case: what the unit tests produced when
# they last ran (witness.c), and what golden cases expect.  It runs behind them,
# and names those that have not run.
get_property(witnesses GLOBAL PROPERTY GONGKAI_WITNESSES)
gongkai_test_entry(messages/cases style
  ${Python3_EXECUTABLE} tests/messages.py ${GONGKAI_WITNESS}
  ${witnesses})
set_tests_properties(messages/cases PROPERTIES DEPENDS "${witnesses}")
