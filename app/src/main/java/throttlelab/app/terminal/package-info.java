/// What a person at a terminal sees: lines, tables, colours, a progress bar. It knows how wide the terminal is, whether
/// it is one at all, and which characters it can show; it knows nothing of what is shown.
package throttlelab.app.terminal;
