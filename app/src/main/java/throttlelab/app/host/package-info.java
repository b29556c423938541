/// What the program finds around it: folders, environment, terminal, the log file, and the wish to stop.
package throttlelab.app.host;
