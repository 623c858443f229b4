/** The two fixed lists behind cover names: 256 each, in an order that never changes, because every name depends on it. */

/** Colours, materials and weather. */
export const qualities: readonly string[] = `
  Agate Alabaster Alpaca Alpine Amber Apricot Aqua Ashen Azure Azurite Bamboo Basalt Beeswax Beige Boreal
  Braided Brass Breezy Brick Bright Brocade Bronze Burlap Butterscotch Calcite Calico Calm Canvas Caramel
  Cardboard Carmine Celadon Ceramic Cerulean Chalk Charcoal Cherrywood Chiffon Chrome Cinnabar Cinnamon
  Citrine Citron Clay Cloudy Coastal Cobalt Cocoa Coffee Copper Corduroy Cork Cosmic Cotton Cream Crimson
  Crochet Crystalline Cyan Denim Dewy Diorite Dusky Earthen Ecru Embroidered Enamel Evening Fawn Feldspar
  Felt Ferny Flannel Fleece Flint Fluorite Frosted Frosty Gabbro Gauze Gentle Gilded Gingham Glacial Glass
  Glazed Gleaming Glossy Glowing Gneiss Golden Granite Graphite Grassy Gravel Gypsum Hazy Hematite Hemp
  Honey Icy Indigo Iridescent Iron Jute Khaki Knitted Lace Lacquer Lapis Lavender Leafy Leather Lemon
  Lilac Lime Limestone Linen Loam Luminous Lunar Lustrous Magnetite Mahogany Malachite Mango Marble Marine
  Maroon Mauve Mellow Merino Mica Midnight Mirror Mohair Moonlit Moonstone Morning Mosaic Mossy Mustard
  Nickel Nutmeg Oaken Obsidian Ochre Olivine Onyx Opaline Organza Papaya Paper Paprika Parchment Patient
  Peach Pearly Peat Pebble Pebbly Peridot Pewter Plaid Plaster Platinum Polished Poplin Porcelain Porphyry
  Pumice Pyrite Quartz Quiet Quilted Radiant Raffia Rainy Rattan Resin Rhodonite Rocky Rosewood Rubber
  Russet Saffron Salmon Sandalwood Sandstone Sandy Satin Selenite Sepia Shale Shimmering Shining Silk
  Silken Silver Slate Smoky Snowy Soapstone Solar Sparkling Spinel Starlit Starry Steady Steel Stellar
  Still Stitched Stoneware Stony Stucco Suede Sunlit Sunny Sunstone Taffeta Tapestry Tartan Taupe Tawny
  Teak Teal Terracotta Terrazzo Thatched Tidal Tile Timber Titanium Toffee Topaz Tourmaline Travertine
  Tungsten Turmeric Turquoise Twilight Twill Ultramarine Umber Vanilla Vellum Velvet Vermilion Wicker
  Windy Wooden Woollen Woven Zinc Zircon
`
  .trim()
  .split(/\s+/);

/** Birds and plants. */
export const living: readonly string[] = `
  Acacia Accentor Albatross Alder Almond Anemone Antbird Apple Aster Auklet Avocet Banksia Baobab Barbet
  Barley Beech Bilberry Birch Blackcap Bluebell Bluebird Bobolink Borage Bowerbird Bracken Bramble
  Brambling Broom Bullfinch Bulrush Bunting Buttercup Campion Cassowary Cattail Cedar Celandine Chaffinch
  Chervil Chestnut Chickadee Chicory Chough Clematis Clover Comfrey Cormorant Cotinga Cowslip Crake
  Cranberry Crane Crocus Crossbill Curlew Daffodil Dandelion Dill Dipper Dotterel Dove Dunlin Dunnock
  Edelweiss Egret Eider Elm Emu Falcon Fennel Fern Fieldfare Fig Finch Fir Firecrest Flax Flicker Foxglove
  Fulmar Gannet Gentian Godwit Goldcrest Goldeneye Goldfinch Gorse Goshawk Grebe Grosbeak Guillemot
  Harebell Harrier Hawfinch Hawthorn Hellebore Heron Hickory Hollyhock Hoopoe Hornbeam Hornbill Hydrangea
  Hyssop Ibis Jacamar Jacana Jacaranda Jackdaw Kelp Kestrel Kingbird Kinglet Kite Kittiwake Lapwing Larch
  Lark Larkspur Lichen Limpkin Linden Linnet Longspur Lorikeet Lotus Lovage Lupin Lyrebird Macaw Magnolia
  Mallard Mangrove Mannikin Maple Marjoram Medlar Merganser Millet Mint Moorhen Moss Motmot Mulberry
  Nightjar Nuthatch Oak Orchid Oregano Oriole Osprey Ovenbird Owl Owlet Papyrus Parakeet Partridge Peafowl
  Pear Pecan Pelican Penguin Peony Petrel Pewee Phalarope Pheasant Pimpernel Pine Pintail Pipit Plover
  Plum Pochard Poplar Ptarmigan Puffin Quail Quetzal Quince Razorbill Redpoll Redshank Redstart Redwing
  Reed Roller Samphire Sandgrouse Sandpiper Saxifrage Sedge Sedum Seriema Shearwater Shelduck Shoveler
  Siskin Skimmer Skua Skylark Smew Snipe Snowdrop Sorghum Sorrel Sparrow Speedwell Spoonbill Spruce
  Starling Stilt Stonechat Stonecrop Stork Sunbird Sunflower Swallow Swan Swift Sycamore Tamarind Tamarisk
  Tanager Teasel Tern Thistle Thyme Toucan Trogon Tropicbird Tulip Turnstone Turtledove Vireo Wagtail
  Walnut Warbler Waterlily Waxbill Waxwing Weaver Wheat Wheatear Whimbrel Whinchat Whitebeam Wigeon
  Wisteria Woodlark Woodpecker Wren Wryneck Yarrow Yew Zinnia
`
  .trim()
  .split(/\s+/);
