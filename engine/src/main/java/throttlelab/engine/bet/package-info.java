/// The pre-registered experiment: its criteria, fixed before the first run, the runs themselves, the result file, and
/// the claims, worded no stronger than what was measured.
package throttlelab.engine.bet;
