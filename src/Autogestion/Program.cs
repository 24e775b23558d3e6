using Autogestion.Web;

var data = Path.GetFullPath(args is [_, "--data", var folder, ..] ? folder : "data");
await using var node = await new NodeOptions(data).OpenNodeAsync();
await using var app = Serving.Build(node, example: args.Contains("--example"));
await app.RunAsync();
return 0;
