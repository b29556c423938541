/// How fast it is on this machine: the measuring, apart from how it is shown.
package throttlelab.app.bench;
