/// The same result for a reader: what was compared, what came of it, what that shows and what it does not.
/// [throttlelab.engine.report.Reports] makes reports of result files and writes them.
package throttlelab.engine.report;
