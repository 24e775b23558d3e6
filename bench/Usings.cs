global using System.Collections.Immutable;
global using System.Diagnostics;
global using Autogestion.Bench.Support;
global using NodaTime;
