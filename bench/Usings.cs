global using System.Collections.Immutable;
global using Autogestion.Bench.Support;
global using NodaTime;
