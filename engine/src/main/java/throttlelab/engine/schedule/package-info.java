/// Every order of arrival: all of them through one stage ([EveryOrder]), seeded search under a virtual clock
/// ([Explorer]), and the smallest slowdown that still shows a failure ([Shrinker]).
package throttlelab.engine.schedule;
