/// How slow: slowdown factors per worker ([ThrottleProfile], [Profiles], [Throttle]), the delay they ask for and the
/// account of it ([DelayMeter]), and where time comes from ([Clock], [Tempo]).
package throttlelab.engine.throttle;
