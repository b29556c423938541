/// Files in and out: written beside and moved into place ([SafeFiles]), read within bounds and as strict UTF-8
/// ([TextFiles]), and JSON whose every error names its line and place, read whole ([JsonInput]), as it comes
/// ([JsonStream]), or written ([JsonOutput]).
package throttlelab.engine.files;
