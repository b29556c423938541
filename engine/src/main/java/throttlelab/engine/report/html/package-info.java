/// Reports as one HTML file: charts as inline SVG, no script, nothing from elsewhere.
package throttlelab.engine.report.html;
