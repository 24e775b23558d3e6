global using System.Collections.Immutable;
global using Autogestion.Domain.Kernel;
global using NodaTime;
