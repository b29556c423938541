/// Reports as pages, with fonts that are embedded and the data attached.
package throttlelab.engine.report.pdf;
