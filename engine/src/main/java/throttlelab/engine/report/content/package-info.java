/// What a report consists of, whatever it is written as: sections of paragraphs, lists, tables and drawings. Who adds a
/// section need not know how HTML or PDF is made of it.
///
/// A report is made of files that this program wrote ([Source]) and carries them whole. Everything else in it follows
/// from them: so a report is checked by making it again.
package throttlelab.engine.report.content;
